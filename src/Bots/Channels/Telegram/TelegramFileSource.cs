using System.Text;
using System.Text.RegularExpressions;
using Senim.Intake.Evidence;
using Senim.Intake.Evidence.Fetching;
using Senim.Intake.Evidence.Files;
using Senim.Intake.Signals;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace Senim.Bots.Channels.Telegram;

/// <summary>
/// Fetches files from the Bot API server, and from nowhere else: where one lies is asked anew each time (Bot API, getFile: a link holds for an
/// hour), and only a plain path below that server is followed. The address holds the bot's token, so it is in no log and no exception.
/// </summary>
internal sealed partial class TelegramFileSource(ITelegramBotClient client) : IFileSource
{
    private const int MostPathChars = 256;

    /// <summary>For what an operator or Telegram may still mend.</summary>
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(30);

    public ChannelKind Channel => ChannelKind.Telegram;

    public async Task<FetchResult> FetchAsync(byte[] reference, SealingStream destination, CancellationToken cancellationToken)
    {
        try
        {
            var file = await client.GetFile(Encoding.UTF8.GetString(reference), cancellationToken: cancellationToken);
            if (file.FileSize > EvidenceOptions.MostFileBytes)
                return new FetchResult.TooLarge();
            if (!IsPlain(file.FilePath))
                return new FetchResult.Retry(Later, new OtherHostException());
            await client.DownloadFile(file.FilePath!, destination, cancellationToken: cancellationToken);
            return new FetchResult.Fetched();
        }
        catch (ApiRequestException refused) when (!destination.IsTooLarge)
        {
            return Refused(refused);
        }
    }

    /// <summary>
    /// Such as <c>photos/file_12.jpg</c>. No scheme, host, port, query or escape, no absolute path, and no step up fits.
    /// </summary>
    internal static bool IsPlain(string? path) => path is { Length: <= MostPathChars } && PlainPath().IsMatch(path);

    private static FetchResult Refused(ApiRequestException refused) => refused.ErrorCode switch
    {
        400 when Says(refused, "too big") => new FetchResult.TooLarge(),
        400 when Says(refused, "invalid file") || Says(refused, "wrong file_id") && !Says(refused, "temporarily") => new FetchResult.Gone(),
        429 => new FetchResult.Retry(TimeSpan.FromSeconds(refused.Parameters?.RetryAfter ?? 1)),
        400 or 401 or 403 => new FetchResult.Retry(Later, refused),
        _ => new FetchResult.Retry(Error: refused),
    };

    private static bool Says(ApiRequestException refused, string words) => refused.Message.Contains(words, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\A[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*(\.[A-Za-z0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex PlainPath();
}
