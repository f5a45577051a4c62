namespace Senim.Shims.Api;

/// <summary>
/// Public types and members as lines of text, in the notation of the <c>api.txt</c> files: a line for each type with its
/// namespace behind <c>//</c>, its members below it with two spaces before them, and an empty line between types.
/// Lines that begin with <c>#</c> are remarks.
/// </summary>
public sealed class ApiListing
{
    private readonly HashSet<string> _lines = new(StringComparer.Ordinal);

    /// <summary>Each type as it is declared, and each member behind the full name of its type.</summary>
    public IReadOnlyCollection<string> Lines => _lines;

    /// <summary>Reads an <c>api.txt</c>.</summary>
    /// <exception cref="FormatException">A line cannot be understood, or says something twice.</exception>
    public static ApiListing Read(string path)
    {
        var listing = new ApiListing();
        var owner = string.Empty;
        foreach (var line in File.ReadLines(path).Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (!line.StartsWith("  ", StringComparison.Ordinal))
            {
                owner = OwnerOf(line);
                listing.AddOnce(WithSortedBases(line));
                continue;
            }

            foreach (var member in IsEnumLine(line) ? line.Split(',', StringSplitOptions.TrimEntries) : [line.Trim()])
                listing.AddOnce($"{owner}: {member}");
        }

        return listing;
    }

    /// <summary>Lines of this listing that the other one lacks, in order.</summary>
    public IReadOnlyList<string> Without(ApiListing other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return [.. _lines.Except(other._lines).Order(StringComparer.Ordinal)];
    }

    internal void Add(string declaration, IEnumerable<string> members)
    {
        AddOnce(WithSortedBases(declaration));
        var owner = OwnerOf(declaration);
        foreach (var member in members)
            AddOnce($"{owner}: {member}");
    }

    private void AddOnce(string line)
    {
        if (!_lines.Add(line))
            throw new FormatException($"Listed twice: {line}");
    }

    private static bool IsEnumLine(string line) =>
        line.Split(',', StringSplitOptions.TrimEntries).All(part => part.Split('=') is [var name, var value]
            && name.All(char.IsLetterOrDigit) && long.TryParse(value, out _));

    private static string OwnerOf(string declaration)
    {
        var comment = declaration.LastIndexOf("    // ", StringComparison.Ordinal);
        if (comment < 0)
            return declaration.Contains(": delegate ", StringComparison.Ordinal)
                ? declaration
                : throw new FormatException($"A type needs its namespace: {declaration}");

        var head = declaration[..comment].Split(" : ")[0];
        var generic = head.IndexOf('<', StringComparison.Ordinal);
        var name = head[((generic < 0 ? head : head[..generic]).LastIndexOf(' ') + 1)..];
        return $"{declaration[(comment + "    // ".Length)..]}.{name}";
    }

    /// <summary>The order in which interfaces are listed says nothing.</summary>
    private static string WithSortedBases(string declaration)
    {
        var comment = declaration.LastIndexOf("    // ", StringComparison.Ordinal);
        var bases = declaration.IndexOf(" : ", StringComparison.Ordinal);
        if (comment < 0 || bases < 0)
            return declaration;

        var sorted = Split(declaration[(bases + 3)..comment]).Order(StringComparer.Ordinal);
        return $"{declaration[..bases]} : {string.Join(", ", sorted)}{declaration[comment..]}";
    }

    private static IEnumerable<string> Split(string list)
    {
        var (depth, start) = (0, 0);
        for (var at = 0; at < list.Length; at++)
        {
            depth += list[at] switch { '<' => 1, '>' => -1, _ => 0 };
            if (list[at] != ',' || depth > 0)
                continue;
            yield return list[start..at].Trim();
            start = at + 1;
        }

        yield return list[start..].Trim();
    }
}
