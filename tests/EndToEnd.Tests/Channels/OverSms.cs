using System.Net;
using Senim.EndToEnd.Tests.Harness;
using Senim.FakeTwilio;

namespace Senim.EndToEnd.Tests.Channels;

/// <summary>A child texts for help; the officer of that district sees it first in the queue, and nobody else's officer sees it.</summary>
public sealed class OverSms(SmsNode node) : IClassFixture<SmsNode>
{
    public static TheoryData<string, string, string, string> Cries => new()
    {
        { "kk", "Ағам қазір мені ұрып жатыр, есікті жауып алдым", "Тараз", "Иә" },
        { "ru", "Отчим сейчас бьёт маму, я заперлась в комнате", "Тараз", "Да" },
        { "en", "My uncle is beating me right now, I locked the door", "Taraz", "Yes" },
    };

    [Theory]
    [MemberData(nameof(Cries))]
    public Task A_cry_for_help_is_answered_at_once_and_first_in_the_queue_of_its_district(string language, string cry, string place, string yes) =>
        FollowAsync(node, language, cry, place, yes);

    /// <summary>From the first text to the officer's page.</summary>
    internal static async Task FollowAsync(SmsNode node, string language, string cry, string place, string yes)
    {
        using var officer = await DeskClient.SignInAsync(node.Host, "taraz");
        var known = await officer.QueueAsync();
        var child = node.NewReporter();

        var help = await child.TypeAsync(cry);
        Assert.True(help.Contains("102", StringComparison.Ordinal) && help.Contains("112", StringComparison.Ordinal), $"{language}: {help}");
        Assert.Equal(help, await child.RepeatAsync());
        await child.TypeAsync(place);
        await child.TypeAsync(yes);

        var queue = await officer.WaitForQueueAsync(known.Count + 1);
        var first = Assert.Single(queue, entry => known.All(other => other.ItemId != entry.ItemId));
        Assert.All(queue.TakeWhile(entry => entry != first).Append(first), entry => Assert.Equal("emergency", entry.Urgency));
        Assert.Contains(cry, await officer.ReadAsync(first), StringComparison.Ordinal);
        Assert.Equal(known.Count + 1, (await officer.QueueAsync()).Count);

        using var stranger = await DeskClient.SignInAsync(node.Host, "almaly");
        Assert.DoesNotContain(first.ItemId, (await stranger.QueueAsync()).Select(other => other.ItemId));
        using var page = await stranger.GetAsync(first);
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
    }

    [Fact]
    public async Task A_forged_text_and_a_forged_report_are_refused_alike()
    {
        using var http = new HttpClient { BaseAddress = node.Host.PublicUrl };
        var answers = new List<string>();
        foreach (var path in (string[])["/sms/webhook", "/sms/status"])
        {
            using var content = new FormUrlEncodedContent(new Dictionary<string, string> { ["Body"] = "x", ["From"] = "+77010000099" });
            content.Headers.Add(TwilioSignature.Header, "AAAAAAAAAAAAAAAAAAAAAAAAAAA=");
            using var refused = await http.PostAsync(new Uri(path, UriKind.Relative), content);
            answers.Add($"{(int)refused.StatusCode} {await refused.Content.ReadAsStringAsync()} {refused.Headers.Select(header => header.Key).Count(key => key != "Date")}");
        }

        Assert.Equal(["403  0", "403  0"], answers);
    }
}
