using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Senim.FakeBotApi.Http;

/// <summary>The parameters of a call. The Bot API takes them from the query, a form or JSON, and reads a number from its text.</summary>
internal sealed class ApiParameters(JsonObject values)
{
    public JsonObject Values { get; } = values;

    public static async Task<ApiParameters> ReadAsync(HttpRequest request)
    {
        var values = new JsonObject();
        foreach (var (name, value) in request.Query)
            values[name] = value.ToString();

        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync();
            foreach (var (name, value) in form)
                values[name] = value.ToString();
            foreach (var file in form.Files)
                values[file.Name] ??= $"file of {file.Length} bytes";
        }
        else if (request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) == true)
        {
            using var reader = new StreamReader(request.Body, Encoding.UTF8);
            var json = await reader.ReadToEndAsync();
            if (json.Length > 0)
                AddJson(values, json);
        }

        return new ApiParameters(values);
    }

    public static ApiParameters FromJson(JsonObject json) => new(json);

    public string? String(string name) => Values[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        var other => other.ToJsonString(),
    };

    public long? Long(string name) =>
        long.TryParse(String(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public int? Int(string name) =>
        int.TryParse(String(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public bool Bool(string name) => String(name) is { } text && (text == "1" || text.Equals("true", StringComparison.OrdinalIgnoreCase));

    /// <summary>A structured parameter, which a form carries as its JSON text.</summary>
    public JsonNode? Structure(string name)
    {
        if (Values[name] is not JsonValue value || !value.TryGetValue<string>(out var text))
            return Values[name];
        if (text.Length == 0)
            return null;
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            throw BotApiRefusal.BadRequest($"can't parse {name} JSON object");
        }
    }

    private static void AddJson(JsonObject values, string json)
    {
        try
        {
            if (JsonNode.Parse(json) is not JsonObject parsed)
                throw BotApiRefusal.BadRequest("object expected as JSON content");
            foreach (var (name, value) in parsed)
                values[name] = value?.DeepClone();
        }
        catch (Exception unreadable) when (unreadable is JsonException or ArgumentException)
        {
            throw BotApiRefusal.BadRequest("can't parse JSON content");
        }
    }
}
