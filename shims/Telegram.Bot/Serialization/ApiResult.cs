using Telegram.Bot.Types;

namespace Telegram.Bot.Serialization;

/// <summary>The envelope around every answer. An absent result of a value type reads as its default value.</summary>
internal sealed class ApiResult<TResult>
{
    public bool Ok { get; set; }

    public TResult? Result { get; set; }
}

/// <summary>The envelope of a refusal, with absent members told from zeros.</summary>
internal sealed class ApiFailure
{
    public int? ErrorCode { get; set; }

    public string? Description { get; set; }

    public ResponseParameters? Parameters { get; set; }
}
