using System.Net;
using Senim.Desk.Tests.World;

namespace Senim.Desk.Tests.Live;

public sealed class TheEventStream : DeskTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Tells_a_change_of_the_own_queue_and_no_more_than_that()
    {
        using var client = await Desk.SignInAsync("temirtau");
        using var stream = await OpenAsync(client);

        var line = await World.SignalAsync(Units.Temirtau);

        Assert.Equal("event: queue", await NextAsync(stream));
        Assert.Equal("data: changed", await stream.ReadLineAsync().WaitAsync(Patience));
        await World.TakeAsync("temirtau2", line.ItemId);
        Assert.Equal("event: queue", await NextAsync(stream));
    }

    [Fact]
    public async Task Says_nothing_of_a_foreign_unit()
    {
        using var client = await Desk.SignInAsync("temirtau");
        using var stream = await OpenAsync(client);

        await World.SignalAsync(Units.Semey);
        await World.SignalAsync(Units.Balkhash);

        for (var beats = 0; beats < 3; beats++)
            Assert.Equal(":", await BeatAsync(stream));
    }

    [Fact]
    public async Task Tells_a_lead_of_each_unit_of_the_region()
    {
        using var client = await Desk.SignInAsync("karaganda");
        using var stream = await OpenAsync(client);

        await World.SignalAsync(Units.Balkhash);

        Assert.Equal("event: queue", await NextAsync(stream));
    }

    [Fact]
    public async Task Ends_when_the_session_is_ended_elsewhere()
    {
        using var client = await Desk.SignInAsync("temirtau");
        using var stream = await OpenAsync(client);

        await World.ChangeStaffAsync("temirtau", staff => staff.SecurityStamp = Guid.NewGuid().ToString());

        await EndAsync(stream);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/queue/events")).StatusCode);
    }

    [Fact]
    public async Task Ends_when_the_account_gets_another_unit()
    {
        using var client = await Desk.SignInAsync("temirtau");
        using var stream = await OpenAsync(client);

        await World.ChangeStaffAsync("temirtau", staff => staff.UnitCode = Units.Semey);

        await EndAsync(stream);
    }

    [Fact]
    public async Task Ends_with_the_session_s_time()
    {
        using var client = await Desk.SignInAsync("temirtau");
        using var stream = await OpenAsync(client);

        World.Clock.Move(TimeSpan.FromMinutes(31));

        await EndAsync(stream);
    }

    [Fact]
    public async Task Does_not_hold_up_a_desk_that_stops()
    {
        using var client = await Desk.SignInAsync("temirtau");
        using var stream = await OpenAsync(client);

        await Desk.DisposeAsync().AsTask().WaitAsync(Patience);
    }

    private static async Task<StreamReader> OpenAsync(DeskClient client)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/queue/events");
        var answer = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        var stream = new StreamReader(await answer.Content.ReadAsStreamAsync());
        Assert.Equal(":", await BeatAsync(stream));
        return stream;
    }

    /// <summary>The next line that is not a heartbeat.</summary>
    private static async Task<string?> NextAsync(StreamReader stream)
    {
        while (true)
        {
            var line = await stream.ReadLineAsync().WaitAsync(Patience);
            if (line is null || line.Trim() is not ("" or ":"))
                return line;
        }
    }

    private static async Task<string?> BeatAsync(StreamReader stream)
    {
        while (true)
        {
            var line = await stream.ReadLineAsync().WaitAsync(Patience);
            if (line is null || line.Length > 0)
                return line?.Trim();
        }
    }

    private static async Task EndAsync(StreamReader stream) => Assert.Null(await NextAsync(stream));
}
