using System.Globalization;
using Twilio.Types;

namespace Twilio.Serialization;

/// <summary>Parameters of a request in their order; what is null is left out, what is empty is sent.</summary>
internal sealed class FormParameters
{
    public List<KeyValuePair<string, string>> Pairs { get; } = [];

    public FormParameters Add(string name, string value)
    {
        if (value is not null)
            Pairs.Add(new(name, value));
        return this;
    }

    public FormParameters Add(string name, bool? value) => Add(name, value is { } flag ? flag ? "true" : "false" : null);

    public FormParameters Add(string name, IFormattable value) => Add(name, value?.ToString(null, CultureInfo.InvariantCulture));

    /// <summary>In whole seconds, and named UTC whatever it was.</summary>
    public FormParameters Add(string name, DateTime? value) => Add(name, value?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));

    public FormParameters Add(string name, StringEnum value) => Add(name, value?.ToString());

    public FormParameters Add(string name, PhoneNumber value) => Add(name, value?.ToString());

    public FormParameters Add(string name, Uri value) => Add(name, value?.OriginalString);

    public FormParameters AddEach<T>(string name, IEnumerable<T> values)
    {
        foreach (var value in values ?? [])
            Add(name, value.ToString());
        return this;
    }

    /// <summary>A moment excludes the bounds: they are not sent beside it.</summary>
    public FormParameters AddTimes(string name, DateTime? at, DateTime? before, DateTime? after) =>
        at is not null ? Add(name, at) : Add(name + "<", before).Add(name + ">", after);
}
