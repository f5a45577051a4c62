using Microsoft.EntityFrameworkCore;
using Senim.Bots.Channels.Sms;
using Senim.Bots.Conversation.Turns;
using Senim.Bots.Tests.Turns;
using Senim.FakeTwilio;
using Senim.Intake.Evidence;
using Senim.Intake.Evidence.Fetching;
using Senim.Intake.Outbox;

namespace Senim.Bots.Tests.Sms;

/// <summary>Files of texts come from Twilio alone, by ids.</summary>
public sealed class FetchingMedia : Sweep.SweepBench
{
    private static readonly Attachment Picture = new("image/jpeg", new byte[] { 0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3 });
    private static readonly Attachment Voice = new("audio/amr", "#!AMR sound"u8.ToArray());

    private protected override IFlow Flow() => new TestFlow();

    [Fact]
    public async Task Files_of_a_posted_text_come_without_the_token_leaving_for_the_store()
    {
        await Host.Twilio.SendTextAsync(Child, "look", attachments: [Picture, Voice]);
        await StoredAsync(2);

        await using var db = Host.Db();
        var rows = await db.Evidence.OrderBy(row => row.Position).ToListAsync();
        Assert.Equal([(MediaKind.Picture, FileType.Jpeg, 7L), (MediaKind.Voice, FileType.Other, 11L)], rows.Select(row => (row.Kind, row.Type, row.Bytes)));
        Assert.Equal([false, false], Host.Twilio.SignedDownloads);
    }

    [Fact]
    public async Task A_text_with_files_is_deleted_at_Twilio_once_they_are_here_files_first()
    {
        Host.Twilio.RedirectMediaTo("https://elsewhere.example/file");
        await Host.Twilio.SendTextAsync(Child, "look", attachments: [Picture, Voice]);
        Host.Twilio.KeepText(Child, "never posted", attachments: [Picture]);
        PassMinutes(2);
        Assert.True(await SweepAsync());
        await EventuallyAsync(() => Calls("GET").Count(call => call.Path.Contains("/Media/", StringComparison.Ordinal) && !call.Path.EndsWith(".json", StringComparison.Ordinal)) >= 3);
        Assert.True(await SweepAsync());
        Assert.Equal((2, 3), (Kept.Count, Host.Twilio.KeptMedia.Count));

        Host.Twilio.RedirectMediaTo(null);
        await DueAsync();
        await StoredAsync(3);
        Assert.True(await SweepAsync());

        Assert.Equal((0, 0), (Kept.Count, Host.Twilio.KeptMedia.Count));
    }

    [Fact]
    public async Task A_file_that_cannot_be_deleted_keeps_its_text_for_the_next_sweep()
    {
        await Host.Twilio.SendTextAsync(Child, "look", attachments: [Picture, Voice]);
        await StoredAsync(2);
        PassMinutes(2);
        Host.Twilio.AddFault(Fault.Refuse(500, 20500, "No") with { Method = "DELETE" });

        Assert.False(await SweepAsync());
        Assert.Equal((1, 2), (Kept.Count, Host.Twilio.KeptMedia.Count));
        Assert.True(await SweepAsync());
        Assert.Equal((0, 0), (Kept.Count, Host.Twilio.KeptMedia.Count));
    }

    [Theory]
    [InlineData("https://mms.twiliocdn.com/AC1/abc", true)]
    [InlineData("https://media.twiliocdn.com/AC1/abc", true)]
    [InlineData("https://s3-external-1.amazonaws.com/media.twiliocdn.com/AC1/abc", true)]
    [InlineData("https://s3-external-1.amazonaws.com/somebody-else/abc", false)]
    [InlineData("https://s3-external-1.amazonaws.com/media.twiliocdn.com.evil/abc", false)]
    [InlineData("http://mms.twiliocdn.com/AC1/abc", false)]
    [InlineData("https://mms.twiliocdn.com:8443/AC1/abc", false)]
    [InlineData("https://mms.twiliocdn.com.elsewhere.example/abc", false)]
    [InlineData("https://elsewhere.example/mms.twiliocdn.com", false)]
    [InlineData("https://mms.twiliocdn.com@elsewhere.example/abc", false)]
    [InlineData("https://user@mms.twiliocdn.com/abc", false)]
    [InlineData("http://127.0.0.1:1/abc", false)]
    [InlineData("http://169.254.169.254/latest/meta-data", false)]
    [InlineData("file:///etc/passwd", false)]
    public void Only_hosts_where_Twilio_keeps_files_are_followed(string address, bool isFollowed) =>
        Assert.Equal(isFollowed, Host.Get<IEnumerable<IFileSource>>().OfType<SmsFileSource>().Single().IsOfTwilio(new Uri(address)));

    private const string Account = "ACfa4e00000000000000000000000000ab";
    private const string Message = "MM00000000000000000000000000000001";
    private const string Media = "ME00000000000000000000000000000002";

    [Theory]
    [InlineData($"https://api.twilio.com/2010-04-01/Accounts/{Account}/Messages/{Message}/Media/{Media}", true)]
    [InlineData($"https://elsewhere.example/2010-04-01/Accounts/{Account}/Messages/{Message}/Media/{Media}", true)]
    [InlineData($"https://api.twilio.com/2010-04-01/Accounts/ACother/Messages/{Message}/Media/{Media}", false)]
    [InlineData($"https://api.twilio.com/2010-04-01/Accounts/{Account}/Messages/MMother/Media/{Media}", false)]
    [InlineData($"https://api.twilio.com/2010-04-01/Accounts/{Account}/Messages/{Message}/Media/{Media}/../../x", false)]
    [InlineData($"https://api.twilio.com/2010-04-01/Accounts/{Account}/Messages/{Message}/Media/ME1", false)]
    [InlineData($"/2010-04-01/Accounts/{Account}/Messages/{Message}/Media/{Media}", false)]
    [InlineData("nonsense", false)]
    [InlineData("", false)]
    public void Of_an_address_only_the_file_s_id_is_taken(string url, bool isTaken) =>
        Assert.Equal(isTaken ? new SmsMedia(Message, Media, AttachmentKind.Picture) : null, SmsMedia.Find(url, Account, Message, AttachmentKind.Picture));

    private async Task StoredAsync(int count)
    {
        for (var tries = 0; ; tries++)
        {
            await using var db = Host.Db();
            if (await db.Evidence.CountAsync(row => row.State == EvidenceState.Stored) == count)
                return;
            Assert.True(tries < 400, "The files did not come in 20 s.");
            await Task.Delay(50);
        }
    }

    /// <summary>What waits for its next attempt need not wait any longer.</summary>
    private async Task DueAsync()
    {
        await using var db = Host.Db();
        var past = DateTime.UtcNow.AddDays(-1);
        await db.Outbox.Where(row => row.Kind == OutboxKind.Fetch).ExecuteUpdateAsync(set => set.SetProperty(row => row.DueUtc, past));
    }
}
