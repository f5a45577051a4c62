using Microsoft.AspNetCore.Http;

namespace Senim.FakeTwilio.Http;

/// <summary>A call as it was sent.</summary>
internal sealed record ApiRequest(string Method, string Path, IReadOnlyList<KeyValuePair<string, string>> Query, IReadOnlyList<KeyValuePair<string, string>> Form)
{
    private const string FormType = "application/x-www-form-urlencoded";

    public IReadOnlyList<KeyValuePair<string, string>> Parameters => [.. Query, .. Form];

    public string? this[string name] => Parameters.Where(pair => pair.Key == name).Select(pair => pair.Value).FirstOrDefault();

    public static async Task<ApiRequest> ReadAsync(HttpRequest request)
    {
        var query = request.Query.SelectMany(pair => pair.Value.Select(value => new KeyValuePair<string, string>(pair.Key, value!)));
        List<KeyValuePair<string, string>> form = [];
        if (HttpMethods.IsPost(request.Method))
        {
            if (request.ContentType?.StartsWith(FormType, StringComparison.OrdinalIgnoreCase) != true)
                throw new TwilioRefusal(415, 20415, "Unsupported media type: a form is expected");
            form = [.. (await request.ReadFormAsync()).SelectMany(pair => pair.Value.Select(value => new KeyValuePair<string, string>(pair.Key, value!)))];
        }

        return new ApiRequest(request.Method, request.Path.Value ?? string.Empty, [.. query], form);
    }

    /// <summary>Stricter than Twilio, which passes over a name that it does not know: here a misspelt one is seen.</summary>
    public void AllowOnly(params ReadOnlySpan<string> names)
    {
        foreach (var (name, _) in Parameters)
        {
            if (!names.Contains(name))
                throw TwilioRefusal.BadRequest(20001, $"There is no parameter '{name}' here");
        }
    }
}
