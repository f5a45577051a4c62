namespace Telegram.Bot.Requests.Abstractions;

/// <summary>A request that may be made on behalf of a business account.</summary>
public interface IBusinessConnectable
{
    string? BusinessConnectionId { get; }
}
