using System.Text;
using Senim.FakeBotApi.Http;

namespace Senim.FakeBotApi.Entities;

/// <summary>Errors of markup, which count in bytes of UTF-8.</summary>
internal static class EntityErrors
{
    public static BotApiRefusal CannotParse(string reason) => BotApiRefusal.BadRequest($"can't parse entities: {reason}");

    public static int ByteOffset(string text, int index) => Encoding.UTF8.GetByteCount(text.AsSpan(0, index));
}
