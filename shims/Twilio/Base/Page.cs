using Newtonsoft.Json.Linq;
using Twilio.Rest;

namespace Twilio.Base;

/// <summary>One answer to a list.</summary>
public class Page<T>
    where T : Resource
{
    private readonly string _nextUri;

    private Page(string recordKey, List<T> records, int pageSize, string nextUri)
    {
        RecordKey = recordKey;
        Records = records;
        PageSize = pageSize;
        _nextUri = nextUri;
    }

    public List<T> Records { get; }

    /// <summary>How many records the server puts on a page, however many there were.</summary>
    public int PageSize { get; }

    internal string RecordKey { get; }

    /// <exception cref="Newtonsoft.Json.JsonException">Not told as an error of the API.</exception>
    internal static Page<T> FromJson(string recordKey, string json)
    {
        var root = JObject.Parse(json);
        List<T> records = [.. root[recordKey].Children().Select(record => record.ToObject<T>())];
        // Only an answer that names itself is taken for a page of a list that goes on.
        return new Page<T>(recordKey, records, root.Value<int?>("page_size") ?? 0, root["uri"] is null ? null : root.Value<string>("next_page_uri"));
    }

    public bool HasNextPage() => !string.IsNullOrEmpty(_nextUri);

    public string GetNextPageUrl(Domain domain) => $"https://{domain}.twilio.com{_nextUri}";
}
