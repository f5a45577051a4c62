namespace Telegram.Bot.Exceptions;

/// <summary>Makes the exception for a refusal.</summary>
public interface IExceptionParser
{
    ApiRequestException Parse(ApiResponse apiResponse);
}

internal sealed class DefaultExceptionParser : IExceptionParser
{
    public ApiRequestException Parse(ApiResponse apiResponse) =>
        new(apiResponse.Description ?? string.Empty, apiResponse.ErrorCode, apiResponse.Parameters);
}
