namespace Senim.FakeBotApi.Http;

/// <summary>A call that the Bot API does not carry out, with the words it says.</summary>
internal sealed class BotApiRefusal(int errorCode, string description) : Exception(description)
{
    public int ErrorCode { get; } = errorCode;

    /// <summary>Seconds.</summary>
    public int? RetryAfter { get; init; }

    public static BotApiRefusal BadRequest(string what) => new(400, $"Bad Request: {what}");
}
