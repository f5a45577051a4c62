using Senim.Intake.Triage;

namespace Senim.Intake.Core.Tests.Triage;

/// <summary>What is said of a game, a film, a song or a joke never hides danger that is said in another sentence.</summary>
public sealed class FictionBesideDanger
{
    private static readonly RuleTriage Triage = RuleTriage.Load();

    private static readonly string[] Fiction =
    [
        "ойында боссты өлтірдім", "кинода қызды ұрлап кетті", "кітапта батыр жауды өлтіреді", "әнде өлемін деп айтады",
        "убил босса в игре", "смотрела фильм там маньяк", "мне приснилось что меня украли", "в песне поется я убью тебя", "играем в прятки хаха",
        "умираю со смеху", "i died ten times on that level", "in the movie he stabs everyone lol", "this song says i want to die",
        "v maine kriper menya vzorval", "oiynda zombi oltirdim", "контрольная по химии меня убьет лол",
    ];

    private static readonly List<string> Dangers =
        [.. FloorTable.All.Concat(FloorTable.Halves).Concat(FloorTable.Families)
            .Where(message => message.Level == Urgency.Emergency)
            .Select(message => message.Text)

            // A bare cry is the whole message by definition: more words explain it.
            .Where(text => IsEmergency(text + ".\nдом"))];

    public static TheoryData<string> Separators => [". ", "! ", "?\n", "\n", "... "];

    [Theory]
    [MemberData(nameof(Separators))]
    public void In_a_sentence_of_its_own_it_hides_nothing(string separator)
    {
        foreach (var (fiction, danger) in Pairs)
        {
            Assert.True(IsEmergency(fiction + separator + danger), $"{fiction} / {danger}");
            Assert.True(IsEmergency(danger + separator + fiction), $"{danger} / {fiction}");
        }
    }

    [Fact]
    public void In_a_message_of_its_own_it_hides_nothing()
    {
        foreach (var (fiction, danger) in Pairs)
        {
            Assert.Equal(Urgency.Emergency, Triage.Assess(new TriageInput { Texts = [fiction, danger] }).Urgency);
            Assert.Equal(Urgency.Emergency, Triage.Assess(new TriageInput { Texts = [danger, fiction] }).Urgency);
        }
    }

    /// <summary>Nothing tells where one sentence ends then, so some of it is lost: a share that may only fall.</summary>
    [Fact]
    public void Run_together_without_a_full_stop_it_hides_less_than_two_dangers_in_five()
    {
        var texts = Pairs.SelectMany(pair => new[] { $"{pair.Fiction} {pair.Danger}", $"{pair.Danger} {pair.Fiction}" }).ToList();

        Assert.True(texts.Count(text => !IsEmergency(text)) * 5 < texts.Count * 2);
    }

    /// <summary>Each danger with every fourth of the fictions, another set for each.</summary>
    private static IEnumerable<(string Fiction, string Danger)> Pairs =>
        from i in Enumerable.Range(0, Fiction.Length) from j in Enumerable.Range(0, Dangers.Count) where (i + j) % 4 == 0 select (Fiction[i], Dangers[j]);

    private static bool IsEmergency(string text) => Triage.Assess(new TriageInput { Texts = [text] }).Urgency == Urgency.Emergency;
}
