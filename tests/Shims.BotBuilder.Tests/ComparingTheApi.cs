using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace Senim.Shims.BotBuilder.Tests;

/// <summary>api.txt against what is compiled: the shim holds that and nothing else, the package holds at least that.</summary>
public class ComparingTheApi
{
    private static readonly Assembly[] Assemblies =
        [.. new[] { typeof(BotAdapter), typeof(Activity), typeof(Channels) }.Select(type => type.Assembly).Distinct()];

    private static readonly Type[] Types = [.. Assemblies.SelectMany(assembly => assembly.GetExportedTypes())];

    [Fact]
    public void Every_listed_member_is_there_as_it_is_listed()
    {
        var there = Types.SelectMany(Members).ToHashSet();

        Assert.Equal([], Listed().Members.Except(there));
    }

    [Fact]
    public void Every_listed_type_is_there()
    {
        var there = Types.Select(type => WithoutBases(PublicApi.Headline(type))).ToHashSet();

        Assert.Equal([], Listed().Types.Select(WithoutBases).Except(there));
    }

    [Fact]
    public void The_shim_has_nothing_that_is_not_listed()
    {
        if (Assemblies.Length > 1)
            return;

        var (types, members) = Listed();
        Assert.Equal(types.Order(StringComparer.Ordinal), Types.Select(PublicApi.Headline).Order(StringComparer.Ordinal));
        Assert.Equal(members.Order(StringComparer.Ordinal), Types.SelectMany(Members).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Suggested_actions_from_the_factory_stay_ambiguous_below_five_arguments()
    {
        var overloads = typeof(MessageFactory).GetMember(nameof(MessageFactory.SuggestedActions)).Cast<MethodInfo>().ToList();

        foreach (var actions in new[] { typeof(IEnumerable<string>), typeof(IEnumerable<CardAction>) })
            Assert.Equal([4, 5], overloads.Select(method => method.GetParameters())
                .Where(parameters => parameters[0].ParameterType == actions).Select(parameters => parameters.Length).Order());
    }

    private static IEnumerable<string> Members(Type type) =>
        PublicApi.Members(type).Select(member => $"{type.Namespace}.{type.Name.Split('`')[0]}: {member}");

    private static (List<string> Types, List<string> Members) Listed([CallerFilePath] string here = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(here)!, "../../shims/Microsoft.Bot.Builder/api.txt");
        var types = new List<string>();
        var members = new List<string>();
        foreach (var line in File.ReadLines(file).Where(line => line.Length > 0))
        {
            if (line.StartsWith("  ", StringComparison.Ordinal))
                members.Add($"{OwnerOf(types[^1])}: {line.Trim()}");
            else
                types.Add(line);
        }

        Assert.NotEmpty(members);
        return (types, members);
    }

    private static string OwnerOf(string headline)
    {
        var parts = headline.Split("    // ");
        var name = WithoutBases(parts[0]).Split(' ')[^1].Split('<')[0];
        return $"{parts[1]}.{name}";
    }

    // A type without listed members may stand on more than the list says; what it is called is what callers need.
    private static string WithoutBases(string headline) =>
        headline.Contains(": delegate ", StringComparison.Ordinal) ? headline : headline.Split(" : ")[0].Split("    // ")[0];
}
