using System.Xml.Linq;
using Senim.Browser;

namespace Senim.Hosting.Tests.Structure;

/// <summary>References point one way: Host -> Desk -> Routing -> Intake.Core &lt;- Bots &lt;- Host.</summary>
public sealed class TheProjects
{
    private static readonly string[] Arrows =
    [
        "Host -> Bots",
        "Host -> Desk",
        "Desk -> Routing",
        "Routing -> Intake.Core",
        "Bots -> Intake.Core",
    ];

    [Fact]
    public void References_among_them_point_one_way()
    {
        var drawn = Directory.EnumerateFiles(RepositoryRoot.Combine("src"), "*.csproj", SearchOption.AllDirectories).SelectMany(References).ToList();
        Assert.Empty(drawn.Except(Arrows));
        Assert.Empty(Arrows.Except(drawn));
    }

    [Theory]
    [InlineData("<ProjectReference Include=\"../Bots/Bots.csproj\" />", "Routing -> Bots")]
    [InlineData("<ProjectReference Include=\"..\\Desk\\Desk.csproj\" />", "Routing -> Desk")]
    [InlineData("<ProjectReference Include=\"../../shims/Stateless/Stateless.csproj\" />", "Routing -> Stateless")]
    public void An_arrow_that_points_another_way_is_named(string reference, string arrow)
    {
        var project = XDocument.Parse($"<Project><ItemGroup>{reference}</ItemGroup></Project>");
        Assert.Equal([arrow], References("Routing", project).Except(Arrows));
    }

    private static IEnumerable<string> References(string path) => References(Path.GetFileNameWithoutExtension(path), XDocument.Load(path));

    private static IEnumerable<string> References(string from, XDocument project) => project.Descendants()
        .Where(element => element.Name.LocalName == "ProjectReference")
        .Select(element => (string?)element.Attribute("Include") ?? "")
        .Select(target => $"{from} -> {Path.GetFileNameWithoutExtension(target.Replace('\\', '/'))}");
}
