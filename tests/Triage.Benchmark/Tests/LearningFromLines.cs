using Senim.Intake.Triage.Rules;
using Senim.Triage.Benchmark.Learning;

namespace Senim.Triage.Benchmark.Tests;

public sealed class LearningFromLines
{
    [Fact]
    public void The_weights_were_learnt_from_the_lines_as_they_are()
    {
        var head = WeightFile.HeadOf(LearningLine.All(Lexicon.Load()));

        using var table = typeof(Lexicon).Assembly.GetManifestResourceStream("Senim.Intake.Triage.Weighing.weights.tsv")!;
        using var reader = new StreamReader(table);
        reader.ReadLine();
        Assert.True(
            head == reader.ReadLine(),
            "A line was changed: dotnet run -c Release --project tests/Triage.Benchmark -- learn --write src/Intake.Core/Triage/Weighing/weights.tsv");
    }

    [Fact]
    public void No_measuring_line_is_learnt_from()
    {
        var measuring = Lines.Column.All(Lines.Part.Measuring).SelectMany(column => column.Lines).Select(line => line.Text).ToHashSet(StringComparer.Ordinal);

        Assert.DoesNotContain(LearningLine.All(Lexicon.Load()), line => measuring.Contains(line.Written.Text));
    }

    [Fact]
    public void The_same_lines_give_the_same_weights()
    {
        List<Case> cases = [.. Enumerable.Range(0, 40).Select(i => new Case(new Vector([i % 7, 7 + (i % 3)], [0.6f, 0.8f]), i % 7 < 3, 1))];

        Assert.Equal(LinearLearner.Learn(10, cases), LinearLearner.Learn(10, cases));
    }

    [Fact]
    public void A_feature_of_one_side_alone_weighs_for_that_side()
    {
        List<Case> cases = [.. Enumerable.Range(0, 40).Select(i => new Case(new Vector([i % 2, 2], [0.8f, 0.6f]), i % 2 == 0, 1))];

        var weights = LinearLearner.Learn(3, cases);

        Assert.True(weights[0] > 0.5f && weights[1] < -0.5f && MathF.Abs(weights[2]) < 0.2f, string.Join(" ", weights));
    }
}
