using Microsoft.Extensions.Options;

namespace Senim.Routing.Alerts;

/// <summary>Settings under <c>Senim:Alerts</c> that no way has for itself.</summary>
internal sealed class AlertOptions
{
    public const string Section = "Senim:Alerts";

    /// <summary>The desk as staff reach it, for the links in alerts; empty: the address on which it listens.</summary>
    public string DeskUrl { get; set; } = "";

    /// <summary>Where the desk listens (<c>Senim:Urls:Desk</c>).</summary>
    public string ListensAt { get; set; } = "http://127.0.0.1:5081";

    public Uri Desk => new(DeskUrl.Length > 0 ? DeskUrl : ListensAt);

    /// <returns>One line for each setting that cannot be used.</returns>
    public IEnumerable<string> Faults()
    {
        if (DeskUrl.Length > 0 && !SettingForms.IsHttp(DeskUrl))
            yield return "Senim__Alerts__DeskUrl: is not an http or https address.";
    }
}

internal static class SettingForms
{
    public static bool IsHttp(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is ("http" or "https");
}

/// <summary>The faults of options, each a line that names its setting.</summary>
internal sealed class FaultsCheck<TOptions>(Func<TOptions, IEnumerable<string>> faults) : IValidateOptions<TOptions>
    where TOptions : class
{
    public ValidateOptionsResult Validate(string? name, TOptions options) => faults(options).ToList() is { Count: > 0 } found
        ? ValidateOptionsResult.Fail(found)
        : ValidateOptionsResult.Success;
}
