using Senim.FakeBotApi;
using Senim.Hosting.Cli.Checks;
using Senim.Intake.Checkups;

namespace Senim.Hosting.Tests.Checks;

public sealed class WhatCheckSays : CheckedNodeTests
{
    [Fact]
    public async Task All_is_right()
    {
        var (exitCode, lines) = await Node.CheckAsync();
        Assert.Equal((0, "All is right."), (exitCode, Assert.Single(lines)));
    }

    [Fact]
    public async Task Several_faults_are_a_line_each_and_are_counted()
    {
        File.Delete(Path.Combine(Node.Keys, "lookup.key"));
        Node["Senim:Telegram:Token"] = "";
        var (exitCode, lines) = await Node.CheckAsync();
        Assert.Equal((1, 3, "2 not right."), (exitCode, lines.Count, lines[^1]));
    }

    [Fact]
    public async Task A_setting_that_cannot_be_used_is_the_only_line()
    {
        Node["Senim:Urls:Public"] = "here";
        await AssertLineAsync("Senim__Urls__Public");
    }

    [Fact]
    public async Task A_peer_that_hangs_does_not_hang_the_command()
    {
        Node.Telegram.AddFault(Fault.Delay(TimeSpan.FromMinutes(10)) with { Method = "getMe" });
        Node.Limit = TimeSpan.FromSeconds(5);
        await AssertLineAsync("Telegram: does not answer within 5 s.");
    }

    [Fact]
    public async Task A_check_that_blocks_its_thread_holds_up_no_other()
    {
        using var never = new ManualResetEventSlim();
        var findings = await new Checkup(
            [new Told("first", never.Wait), new Told("second", () => { }), new Told("third", () => throw new InvalidOperationException())],
            TimeSpan.FromSeconds(5)).RunAsync(CancellationToken.None);
        never.Set();
        Assert.Equal(["first", "second", "third"], findings.Select(finding => finding.About));
        Assert.Contains("5 s", findings[0].Problem, StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException", findings[2].Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_finding_is_one_line_whatever_a_peer_says() =>
        Assert.Equal("A: one two three", new Finding("A", "one\r\ntwo\t", "three\n").ToString());

    private sealed class Told(string about, Action act) : ICheck
    {
        public string About => about;

        public Task<IReadOnlyList<Finding>> FindAsync(CancellationToken cancellationToken)
        {
            act();
            return Task.FromResult<IReadOnlyList<Finding>>([new Finding(about, "", "")]);
        }
    }
}
