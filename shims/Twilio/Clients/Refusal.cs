using Newtonsoft.Json;
using Twilio.Exceptions;
using Twilio.Http;

namespace Twilio.Clients;

/// <summary>What the server says when it refuses.</summary>
internal sealed class Refusal
{
    [JsonProperty("code")]
    public int Code { get; private set; }

    [JsonProperty("message")]
    public string Message { get; private set; }

    [JsonProperty("more_info")]
    public string MoreInfo { get; private set; }

    [JsonProperty("details")]
    public Dictionary<string, object> Details { get; private set; }

    /// <summary>The status is that of HTTP, whatever the body says. A body that is no object, such as a gateway's page, leaves code and status 0.</summary>
    public static ApiException Of(Response response)
    {
        Refusal refusal = null;
        try
        {
            refusal = JsonConvert.DeserializeObject<Refusal>(response.Content);
        }
        catch (JsonException)
        {
        }

        return refusal is null
            ? new ApiException($"Api Error: {response.StatusCode} - {response.Content}")
            : new ApiException(
                refusal.Code, (int)response.StatusCode, refusal.Message ?? $"Unable to make request, {response.StatusCode}", refusal.MoreInfo, refusal.Details);
    }
}
