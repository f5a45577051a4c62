namespace Senim.Routing.Alerts.Webhook;

/// <summary>Settings under <c>Senim:Alerts:Webhook</c>. Without addresses the way is off.</summary>
internal sealed class WebhookOptions
{
    public const string Section = "Senim:Alerts:Webhook";

    private const int LeastSecret = 32;

    /// <summary>Signs each request. Environment only.</summary>
    public string Secret { get; set; } = "";

    /// <summary><c>CODE=URL</c>, comma-separated; <c>*</c> in place of a unit's code for one that hears of every unit.</summary>
    public string Urls { get; set; } = "";

    public bool IsOn => Urls.Length > 0;

    /// <summary>Addresses by the code of their unit.</summary>
    public IReadOnlyDictionary<string, string> ByUnit() => Pairs()
        .ToDictionary(pair => pair.Unit, pair => pair.Url, StringComparer.Ordinal);

    /// <returns>One line for each setting that cannot be used; never a secret.</returns>
    public IEnumerable<string> Faults()
    {
        if (!IsOn)
            yield break;
        if (Secret.Length < LeastSecret)
            yield return $"Senim__Alerts__Webhook__Secret: must have at least {LeastSecret} characters when addresses are set.";
        foreach (var (unit, url) in Pairs())
        {
            if (unit != "*" && (unit.Length != 9 || !unit.All(char.IsAsciiDigit)))
                yield return $"Senim__Alerts__Webhook__Urls: '{unit}' is not the code of a unit. Use CODE=URL, or *=URL.";
            else if (!SettingForms.IsHttp(url) || new Uri(url) is { Scheme: not "https", IsLoopback: false })
                yield return $"Senim__Alerts__Webhook__Urls: what stands after '{unit}=' is not an https address (http is for this machine alone).";
        }

        if (Pairs().GroupBy(pair => pair.Unit).FirstOrDefault(same => same.Count() > 1) is { Key: var twice })
            yield return $"Senim__Alerts__Webhook__Urls: '{twice}' stands there twice.";
    }

    private List<(string Unit, string Url)> Pairs() =>
    [
        .. Urls.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .Select(parts => (parts[0].Trim(), parts[^1].Trim())),
    ];
}
