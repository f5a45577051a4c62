using System.Globalization;
using System.Text.Json.Nodes;

namespace Senim.FakeTwilio.Http;

/// <summary>A refusal in Twilio's form. Codes are those of its error reference.</summary>
internal sealed class TwilioRefusal(int status, int code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public int Code { get; } = code;

    public static TwilioRefusal BadRequest(int code, string message) => new(400, code, message);

    public static TwilioRefusal NotFound(string path) => new(404, 20404, $"The requested resource {path} was not found");

    public string ToJson() => new JsonObject
    {
        ["code"] = Code,
        ["message"] = Message,
        ["more_info"] = $"https://www.twilio.com/docs/errors/{Code.ToString(CultureInfo.InvariantCulture)}",
        ["status"] = Status,
    }.ToJsonString();
}
