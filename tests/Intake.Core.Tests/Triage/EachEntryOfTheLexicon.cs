using Senim.Intake.Triage;
using Senim.Intake.Triage.Rules;

namespace Senim.Intake.Core.Tests.Triage;

public sealed class EachEntryOfTheLexicon
{
    private static readonly RuleTriage Triage = RuleTriage.Load();
    private static readonly Lexicon Words = Lexicon.Load();

    [Fact]
    public void Fires_on_its_own_example()
    {
        var silent = Words.Entries.Where(entry => !entry.IsIdiom).Where(entry => !Codes(entry.Example).Contains(entry.Sign!.Code));

        Assert.Empty(silent.Select(Describe));
    }

    [Fact]
    public void Keeps_its_sign_from_firing_on_its_example_when_it_is_an_idiom()
    {
        var loud = Words.Entries.Where(entry => entry is { IsIdiom: true, Sign: not null }).Where(entry => Codes(entry.Example).Contains(entry.Sign!.Code));

        Assert.Empty(loud.Select(Describe));
    }

    private static IEnumerable<string> Codes(string text) => Triage.Assess(new TriageInput { Texts = [text] }).Reasons.Select(reason => reason.Code);

    private static string Describe(LexiconEntry entry) =>
        $"{entry.Theme}: {entry.Sign?.Code} {entry.Form} <- {entry.Example} = {string.Join(" ", Codes(entry.Example))}";
}
