namespace Senim.Hosting.Configuration;

/// <summary>A setting that cannot be used. The message is one line for the operator, names the setting, and never holds a secret.</summary>
public sealed class SettingException(string setting, string problem)
    : Exception($"{setting.Replace(":", "__", StringComparison.Ordinal)}: {problem}");
