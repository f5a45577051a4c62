using Senim.Intake.Triage;

namespace Senim.Intake.Core.Tests.Triage;

public sealed class ReadingUnusualSpelling
{
    private static readonly RuleTriage Triage = RuleTriage.Load();

    [Theory]
    [InlineData("МЕНЯ БЬЮТ СЕЙЧАС")]
    [InlineData("миня бьют щас")]
    [InlineData("меняяяя бьюююют сейчаааас")]
    [InlineData("м\u0335е\u0335н\u0335я\u0335 бьют сейчас")]
    [InlineData("меня\u200b б\u200bьют\u200f сейчас")]
    [InlineData("мeня бьют ceйчac")]
    [InlineData("м е н я б ь ю т сейчас")]
    [InlineData("м.е.н.я б.ь.ю.т сейчас")]
    [InlineData("меня бьют сей4ас")]
    [InlineData("menya b'yut seichas")]
    [InlineData("menja bjut sejchas")]
    [InlineData("menya byut sey4as")]
    [InlineData("менябьют сейчас")]
    [InlineData("мені қазір ұрып жатыр")]
    [InlineData("мени казир урып жатыр")]
    [InlineData("meni qazir uryp jatyr")]
    [InlineData("meni kazir urip zhatir")]
    [InlineData("meni qazir úryp jatyr")]
    [InlineData("озимди олтиргим келеди")]
    [InlineData("ozimdi oltirgim keledi")]
    [InlineData("özimdi öltirgim keledi")]
    [InlineData("ozimdi ol'tirgim keledi")]
    [InlineData("i dont want 2 live i want to d1e")]
    public void An_Emergency_stays_one(string text)
    {
        Assert.Equal(Urgency.Emergency, Triage.Assess(new TriageInput { Texts = [text] }).Urgency);
    }

    [Fact]
    public void The_quote_keeps_what_was_typed()
    {
        const string text = "ну вот... у б\u0301 ь е т он меня!!";

        var reason = Assert.Single(Triage.Assess(new TriageInput { Texts = [text] }).Reasons, reason => reason.Code == "threat_to_kill");

        Assert.Equal("у б\u0301 ь е т он", reason.Quote);
    }
}
