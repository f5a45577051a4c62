using Senim.Intake.Checkups;

namespace Senim.Hosting.Cli.Checks;

/// <summary>A setting whose name is mistyped is read by nobody, and nothing else would say so.</summary>
internal sealed class SettingNamesCheck(IConfiguration configuration) : ICheck
{
    public string About => "Settings";

    public Task<IReadOnlyList<Finding>> FindAsync(CancellationToken cancellationToken)
    {
        var known = KnownSettings.Names;
        return Task.FromResult<IReadOnlyList<Finding>>(
        [
            .. configuration.GetSection("Senim").AsEnumerable()
                .Where(setting => setting.Value is not null && !known.Contains(setting.Key))
                .Select(setting => setting.Key)
                .Order(StringComparer.Ordinal)
                .Select(name => new Finding(
                    Written(name),
                    "is a name that no setting has.",
                    $"Did you mean {Written(known.MinBy(other => Distance(name, other))!)}?")),
        ]);
    }

    private static string Written(string key) => key.Replace(":", "__", StringComparison.Ordinal);

    /// <summary>How many letters must be put in, taken out or changed to make one of the other, whatever their case.</summary>
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var changed = diagonal + (char.ToUpperInvariant(left[i - 1]) == char.ToUpperInvariant(right[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[right.Length];
    }
}
