using Senim.Bots.Channels.Telegram;
using Senim.Bots.Conversation.Flows.Report;
using Senim.Intake;

namespace Senim.Bots.Tests.Telegram;

/// <summary>What somebody else may read over the shoulder: texts on the phone's list of messages, the bot's profile and its menu.</summary>
public sealed class NeutralWords
{
    /// <summary>Stems of what a message would give away: violence, abuse, suicide, complaint, police in a profile.</summary>
    private const string Harm =
        @"(?i)насил|побо|изби|жесток|суицид|самоуб|жалоб|доно|изнасил|травл|буллинг|зорлы|қатыгез|ұрып|жәбір|шағым|өзіне қол|violen|abuse|beat|rape|suicid|complain|bully|assault";

    public static TheoryData<string> Texts() => [.. ReportTexts.Keys.Where(key => key.StartsWith("sms.", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Texts))]
    public void No_SMS_names_what_was_done_to_anybody(string key)
    {
        foreach (var language in Languages.All)
            Assert.DoesNotMatch(Harm, ReportTexts.All(language).GetValueOrDefault(key, ""));
    }

    [Theory]
    [InlineData("kk")]
    [InlineData("ru")]
    [InlineData("en")]
    public void Profile_and_menu_say_nothing_of_what_the_bot_is_for(string code)
    {
        Assert.True(Languages.TryParse(code, out var language));
        var words = TelegramWords.For(language);
        string[] seen = [words.Description, words.ShortDescription, words.Past, words.Continue, .. words.Commands.Select(command => command.Description)];

        Assert.All(seen, each => Assert.DoesNotMatch(Harm + "|ребён|дет[еяи]|бала|child|kid|полиц|police", each));
        Assert.All(words.Commands, command => Assert.Contains(command.Name, (string[])["start", "language", "help", "hide", "cancel"]));
    }
}
