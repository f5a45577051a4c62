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

    [Fact]
    public void Raises_its_example_together_with_other_clues_when_it_is_one()
    {
        var silent = Words.Clues.Where(clue => clue.Side != ClueSide.Calm).Where(clue => !Codes(clue.Example).Any(code => IsOf(clue.Side, code)));

        Assert.Empty(silent.Select(clue => $"{clue.Name} <- {clue.Example}"));
    }

    [Fact]
    public void Keeps_its_example_from_being_raised_when_it_is_a_calm_clue()
    {
        var loud = Words.Clues.Where(clue => clue.Side == ClueSide.Calm).Where(clue => Codes(clue.Example).Any(code => IsOf(ClueSide.Any, code)));

        Assert.Empty(loud.Select(clue => $"{clue.Name} <- {clue.Example}"));
    }

    private static bool IsOf(ClueSide side, string code) => side switch
    {
        ClueSide.Attack => code == "signs_of_attack",
        ClueSide.Body => code == "signs_of_body",
        ClueSide.Self => code == "signs_of_despair",
        _ => code.StartsWith("signs_of_", StringComparison.Ordinal),
    };

    private static IEnumerable<string> Codes(string text) => Triage.Assess(new TriageInput { Texts = [text] }).Reasons.Select(reason => reason.Code);

    private static string Describe(LexiconEntry entry) =>
        $"{entry.Theme}: {entry.Sign?.Code} {entry.Form} <- {entry.Example} = {string.Join(" ", Codes(entry.Example))}";
}
