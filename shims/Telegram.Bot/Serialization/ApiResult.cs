using Telegram.Bot.Types;

namespace Telegram.Bot.Serialization;

/// <summary>The envelope around every answer; tells an absent result from a false one.</summary>
internal sealed class ApiResult<TResult>
{
    private TResult? _result;

    public bool Ok { get; set; }

    public TResult? Result
    {
        get => _result;
        set
        {
            _result = value;
            HasResult = value is not null;
        }
    }

    public bool HasResult { get; private set; }
}

/// <summary>The envelope of a refusal, with absent members told from zeros.</summary>
internal sealed class ApiFailure
{
    public int? ErrorCode { get; set; }

    public string? Description { get; set; }

    public ResponseParameters? Parameters { get; set; }
}
