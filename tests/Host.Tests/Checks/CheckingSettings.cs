using System.Reflection;
using Senim.Hosting.Cli.Checks;

namespace Senim.Hosting.Tests.Checks;

public sealed class CheckingSettings : CheckedNodeTests
{
    [Theory]
    [InlineData("Senim:Telegram:Tokne", "Senim__Telegram__Tokne", "Senim__Telegram__Token?")]
    [InlineData("Senim:KeysPath", "Senim__KeysPath", "Senim__Keys__Path?")]
    [InlineData("Senim:Alerts:Smtp:Hots", "Senim__Alerts__Smtp__Hots", "Senim__Alerts__Smtp__Host?")]
    public async Task A_name_that_nobody_reads_is_said_with_the_nearest(string setting, string named, string nearest)
    {
        Node[setting] = "value-not-to-be-shown";
        await AssertLineAsync(named, nearest);
        Assert.DoesNotContain("value-not-to-be-shown", await Node.OnlyLineAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_are_the_same_in_any_case()
    {
        Node["SENIM:TELEGRAM:POLLSECONDS"] = "5";
        Assert.Equal(0, (await Node.CheckAsync()).ExitCode);
    }

    [Fact]
    public void Every_option_of_a_channel_is_documented()
    {
        var options = typeof(Senim.Bots.Channels.Telegram.TelegramRegistration).Assembly.GetTypes()
            .Select(type => (type, Section: type.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() as string))
            .Where(found => found.Section is not null)
            .SelectMany(found => found.type.GetProperties().Where(property => property.CanWrite).Select(property => $"{found.Section}:{property.Name}"))
            .ToList();
        Assert.Contains("Senim:Telegram:Token", options);
        Assert.Subset(KnownSettings.Names.ToHashSet(), options.ToHashSet());
    }
}
