using System.Net;
using Senim.EndToEnd.Tests.Harness;
using Senim.Intake;
using Senim.Intake.Triage;

namespace Senim.EndToEnd.Tests.Channels;

/// <summary>A child tells it; the officer of that district sees it first in the queue, with the reasons, and takes it; nobody else's officer sees it.</summary>
public abstract class ReachingTheDesk(ChannelNode node)
{
    private const string Calm = "В классе меня дразнят.";

    [Theory]
    [MemberData(nameof(AStory.Languages), MemberType = typeof(AStory))]
    public Task What_a_child_tells_is_first_in_the_queue_of_its_district_alone(string language) => FollowAsync(node, language);

    /// <summary>From the first message to an officer who takes it.</summary>
    internal static async Task FollowAsync(ChannelNode node, string language)
    {
        var story = AStory.In(language);
        using var officer = await DeskClient.SignInAsync(node.Host, story.Officer);
        var known = await officer.QueueAsync();

        // One that is less urgent waits already, so that "first" means something.
        await (story with { Words = Calm }).TellCalmlyAsync(node.NewReporter());
        var calm = Assert.Single((await officer.WaitForQueueAsync(known.Count + 1)).Except(known));
        Assert.Equal("standard", calm.Urgency);

        var receipt = await story.TellAsync(node.NewReporter());
        Assert.NotEmpty(receipt);
        var first = (await officer.WaitForQueueAsync(known.Count + 2))[0];
        Assert.DoesNotContain(first, known.Append(calm));
        Assert.Equal("urgent", first.Urgency);
        var page = await officer.ReadAsync(first);
        Assert.Contains(story.Words, page, StringComparison.Ordinal);
        Assert.Contains(story.UrgentMark, page, StringComparison.Ordinal);
        Assert.Contains(first.Reference, page, StringComparison.Ordinal);
        Assert.Contains(Reasons(story), reason => page.Contains(reason, StringComparison.Ordinal));

        await AssertHiddenAsync(node, first, story.Stranger);
        Assert.Contains("id=\"take\"", page, StringComparison.Ordinal);
        var taken = await officer.AcknowledgeAsync(first);
        Assert.DoesNotContain("id=\"take\"", taken, StringComparison.Ordinal);
        Assert.Contains("Demo officer", taken, StringComparison.Ordinal);
    }

    private static async Task AssertHiddenAsync(ChannelNode node, QueueEntry entry, string from)
    {
        using var stranger = await DeskClient.SignInAsync(node.Host, from);
        Assert.DoesNotContain(entry.ItemId, (await stranger.QueueAsync()).Select(other => other.ItemId));
        using var page = await stranger.GetAsync(entry);
        using var taken = await stranger.TryAcknowledgeAsync(entry);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (page.StatusCode, taken.StatusCode));
    }

    /// <summary>Why it is urgent, as triage says it to the desk in the officer's language.</summary>
    private static IEnumerable<string> Reasons(AStory story)
    {
        var language = story.Officer == "almaly" ? Language.Kk : Language.Ru;
        var assessed = RuleTriage.Load().Assess(new TriageInput { Texts = [story.Words], Answers = new HashSet<string> { "unsure", "physical" } });
        Assert.Equal(Urgency.Urgent, assessed.Urgency);
        return assessed.Reasons.Select(reason => TriageReasonTexts.Text(reason.Code, language.Code()));
    }
}

public sealed class OverTelegramByPolling(PollingNode node) : ReachingTheDesk(node), IClassFixture<PollingNode>;

public sealed class OverTelegramByWebhook(WebhookNode node) : ReachingTheDesk(node), IClassFixture<WebhookNode>;

public sealed class OverTheWebChat(WebChatNode node) : ReachingTheDesk(node), IClassFixture<WebChatNode>;
