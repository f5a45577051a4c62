using System.Text.Json;
using Senim.EndToEnd.Tests.Harness;
using Senim.FakeBotApi;

namespace Senim.EndToEnd.Tests.Commands;

/// <summary>The verbs of the executable, as their user types them.</summary>
public sealed class TheVerbs : IDisposable
{
    private readonly HostFolder folder = new();

    [Fact]
    public async Task Migrate_makes_the_databases_and_may_be_repeated()
    {
        for (var time = 0; time < 2; time++)
        {
            var result = await RunAsync("migrate");
            Assert.Equal((0, "The databases are up to date."), (result.ExitCode, Assert.Single(result.Output)));
        }

        Assert.True(File.Exists(folder.File("intake.db")) && File.Exists(folder.File("routing.db")));
    }

    [Fact]
    public async Task Check_names_what_is_missing_and_then_nothing()
    {
        var before = await RunAsync("check");
        Assert.Equal(1, before.ExitCode);
        foreach (var named in new[] { "Senim__Keys__Path", "intake database", "routing database", "Senim__Telegram__Token" })
            Assert.Contains(before.Output, line => line.Contains(named, StringComparison.Ordinal));
        Assert.Equal($"{before.Output.Count - 1} not right.", before.Output[^1]);

        await using var telegram = await FakeBotApiServer.StartAsync();
        var settings = HostSettings.For(folder).Polling(telegram);
        await using (await HostProcess.StartAsync(settings))
        {
        }

        var after = await HostProcess.RunAsync(settings, ["check"]);
        Assert.Equal((0, "All is right."), (after.ExitCode, Assert.Single(after.Output)));
    }

    [Fact]
    public async Task Staff_add_makes_an_account_that_signs_in()
    {
        var added = await RunAsync("staff", "add", "aigerim", "--display", "Aigerim", "--role", "officer", "--unit", "311000000", "--language", "kk");
        Assert.Equal(0, added.ExitCode);
        var password = Assert.Single(added.Output).Split(' ')[^1];

        var again = await RunAsync("staff", "add", "aigerim", "--role", "officer", "--unit", "311000000");
        Assert.Equal(1, again.ExitCode);
        Assert.Contains("aigerim", Assert.Single(again.Errors), StringComparison.Ordinal);
        Assert.Equal(1, (await RunAsync("staff", "add", "nobody", "--role", "officer", "--unit", "123")).ExitCode);

        await using var host = await HostProcess.StartAsync(HostSettings.For(folder));
        using var desk = await DeskClient.SignInAsync(host.DeskUrl, "aigerim", password);
        Assert.Empty(await desk.QueueAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => DeskClient.SignInAsync(host.DeskUrl, "aigerim", "another-password"));
        Assert.Equal(0, await host.StopAsync());
    }

    [Fact]
    public async Task Ready_tells_by_its_exit_code_whether_the_node_takes_requests()
    {
        var settings = HostSettings.For(folder)
            .With("Senim__Urls__Public", $"http://127.0.0.1:{HostSettings.FreePort()}")
            .With("Senim__Urls__Desk", $"http://127.0.0.1:{HostSettings.FreePort()}");
        Assert.Equal(1, (await HostProcess.RunAsync(settings, ["ready"])).ExitCode);
        await using var host = await HostProcess.StartAsync(settings);
        var ready = await HostProcess.RunAsync(settings, ["ready"]);
        Assert.Equal((0, 0), (ready.ExitCode, ready.Output.Count + ready.Errors.Count));
    }

    [Fact]
    public async Task Division_close_and_open_say_which_units_have_one()
    {
        Assert.Equal(0, (await RunAsync("division", "close", "311000000", "310000000")).ExitCode);
        Assert.Equal(["310000000", "311000000"], (await RunAsync("division", "list")).Output);
        Assert.Equal(0, (await RunAsync("division", "open", "310000000")).ExitCode);
        Assert.Equal(["311000000"], (await RunAsync("division", "list")).Output);
        var unknown = await RunAsync("division", "close", "123");
        Assert.Equal(1, unknown.ExitCode);
        Assert.Contains("123", Assert.Single(unknown.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Triage_answers_each_line_with_a_line()
    {
        var result = await RunAsync(
            ["triage"],
            """
            {"id":"a","text":"она не просыпается, помогите"}

            {"id":7,"text":"в классе дразнят"}
            no JSON
            """);
        Assert.Equal(1, result.ExitCode);
        var lines = result.Output.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["a", "7"], lines.Select(line => line.GetProperty("id").GetString()));
        Assert.Equal("Emergency", lines[0].GetProperty("urgency").GetString());
        Assert.NotEmpty(lines[0].GetProperty("reasons")[0].GetProperty("why").GetString()!);
        Assert.Contains("bullying", lines[1].GetProperty("categories").EnumerateArray().Select(code => code.GetString()));
        Assert.Contains("Line 4", Assert.Single(result.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Place_answers_each_line_with_a_line()
    {
        var result = await RunAsync(["place"], """{"id":"1","text":"Тараз"}""" + "\n" + """{"id":"2","text":"qwertyuiop"}""");
        Assert.Equal(0, result.ExitCode);
        var lines = result.Output.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(("taken", "311000000"), (lines[0].GetProperty("outcome").GetString(), lines[0].GetProperty("code").GetString()));
        Assert.Equal("none", lines[1].GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task Chat_plays_a_whole_report()
    {
        // English, safe, about me, hitting, done, in own words (they say who does it), done, this week, goes on, the place, yes, 7 to 10, done, no, send.
        var result = await RunAsync(["chat"], "3\n1\n1\n1\n11\nMy uncle often beats me.\n1\n3\n1\nTaraz\n1\n2\n6\n5\n1\n");
        Assert.Equal(0, result.ExitCode);
        Assert.Empty(result.Errors);
        var sent = Assert.Single(result.Output, line => line.StartsWith("[signal: new", StringComparison.Ordinal));
        Assert.Contains("place=311000000", sent, StringComparison.Ordinal);
        Assert.Contains("physical", sent, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File("intake.db")));
    }

    public void Dispose() => folder.Dispose();

    private Task<CommandResult> RunAsync(params string[] arguments) => RunAsync(arguments, "");

    private Task<CommandResult> RunAsync(string[] arguments, string input) => HostProcess.RunAsync(HostSettings.For(folder), arguments, input);
}
