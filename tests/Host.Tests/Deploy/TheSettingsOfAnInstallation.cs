using System.Text.RegularExpressions;
using Senim.Hosting.Cli.Checks;

namespace Senim.Hosting.Tests.Deploy;

/// <summary>The files under <c>deploy/</c> speak of settings that exist, and keep every secret out of themselves.</summary>
public sealed partial class TheSettingsOfAnInstallation
{
    private static readonly string[] Composes = ["compose.common.yaml", "compose.postgres.yaml", "compose.sqlserver.yaml"];

    [Fact]
    public void Every_name_is_one_that_the_service_reads()
    {
        var used = DeployFolder.Files()
            .SelectMany(file => Setting().Matches(file.Text).Select(match => match.Value))
            .Select(name => name.Replace("__", ":", StringComparison.Ordinal))
            .ToHashSet();
        Assert.Contains("Senim:Telegram:Token", used);
        Assert.Subset(KnownSettings.Names.ToHashSet(), used);
    }

    [Fact]
    public void Every_variable_is_in_the_example_and_every_line_of_the_example_is_used()
    {
        var used = Composes.SelectMany(file => Variable().Matches(DeployFolder.Read(file))).Select(match => match.Groups["name"].Value).ToHashSet();
        var offered = DeployFolder.Read(".env.example").Split('\n').Where(line => line.Contains('=') && !line.StartsWith('#')).Select(line => line.Split('=')[0]).ToHashSet();
        Assert.Equal(offered.Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_variable_of_the_proxy_is_handed_to_it()
    {
        var compose = DeployFolder.Read("compose.common.yaml");
        var asked = CaddyVariable().Matches(DeployFolder.Read("caddy/Caddyfile")).Where(match => !match.Groups["usual"].Success).Select(match => match.Groups["name"].Value).ToHashSet();
        Assert.NotEmpty(asked);
        Assert.All(asked, name => Assert.Contains($"{name}: ${{{name}", compose, StringComparison.Ordinal));
    }

    [Fact]
    public void No_file_holds_a_secret()
    {
        var secrets = DeployFolder.Files()
            .Where(file => Path.GetExtension(file.Name) is ".yaml" or ".example" || file.Name == "Dockerfile")
            .SelectMany(file => Secret().Matches(file.Text).Select(match => match.Groups["value"].Value.Trim()))
            .ToList();
        Assert.NotEmpty(secrets);
        Assert.All(secrets, value => Assert.True(value.Length == 0 || value.Contains("${", StringComparison.Ordinal), value));
    }

    [Theory]
    [InlineData("      Senim__Sms__AuthToken: abc", true)]
    [InlineData("      Senim__Sms__AuthToken: ${Senim__Sms__AuthToken:-}", false)]
    public void A_secret_in_a_file_is_seen(string line, bool isSecret)
    {
        var value = Secret().Match(line).Groups["value"].Value.Trim();
        Assert.Equal(isSecret, value.Length > 0 && !value.Contains("${", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\bSenim__[A-Za-z]+(__[A-Za-z]+)*")]
    private static partial Regex Setting();

    [GeneratedRegex(@"(?<!\$)\$\{(?<name>\w+)")]
    private static partial Regex Variable();

    [GeneratedRegex(@"\{\$(?<name>\w+)(?<usual>:[^}]*)?\}")]
    private static partial Regex CaddyVariable();

    [GeneratedRegex(@"^\s*(?!#)[\w]*(Password|PASSWORD|Token|Secret|ConnectionString)[:=](?<value>.*)$", RegexOptions.Multiline)]
    private static partial Regex Secret();
}
