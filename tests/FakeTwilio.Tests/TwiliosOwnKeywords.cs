namespace Senim.FakeTwilio.Tests;

public class TwiliosOwnKeywords : AccountOwner
{
    protected override FakeTwilioOptions Options => base.Options with { AnswersKeywords = true };

    [Fact]
    public async Task Stop_bars_answers_until_start()
    {
        Hook.AnswerWith("<Response><Message>ours</Message></Response>");

        var stopped = await Server.SendTextAsync(Child, " stop ");

        Assert.Equal(21610, Assert.Single(stopped.Alerts).Code);
        Assert.True(Server.IsOptedOut(Child));
        Assert.Equal("400 21610", await RefusalAsync(HttpMethod.Post, Messages + ".json", ("To", Child), ("From", Server.Number), ("Body", "x")));
        Assert.Equal(["ours"], (await Server.SendTextAsync(Child, "START")).Texts);
    }

    [Fact]
    public async Task A_word_inside_a_sentence_means_nothing()
    {
        await Server.SendTextAsync(Child, "make it stop");

        Assert.False(Server.IsOptedOut(Child));
        Assert.Empty(Server.Phone(Child));
    }
}
