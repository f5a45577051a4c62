using Senim.Intake.Checkpoints;
using Twilio.Clients;
using Twilio.Exceptions;
using Twilio.Http;
using Twilio.Rest;
using Twilio.Rest.Api.V2010.Account;
using HttpMethod = Twilio.Http.HttpMethod;

namespace Senim.Bots.Channels.Sms.Sweep;

/// <summary>
/// Deletes messages at Twilio, each on its own and after its files, which would stay there without it. What fails is still in the list at
/// the next sweep.
/// </summary>
internal sealed class UpstreamDeletion(ITwilioRestClient client, ICheckpoints checkpoints)
{
    /// <summary>Calls at a time. At 100 ms a call that is 80 messages a second, the pace of a short code.</summary>
    private const int SideBySide = 8;

    /// <summary>After so many failures Twilio is not asked again in this sweep: it is away, or says that there are too many requests.</summary>
    private const int MostFailures = 20;

    /// <returns>How many are left.</returns>
    public async Task<int> DeleteAsync(IReadOnlyCollection<StoredMessage> messages, CancellationToken cancellationToken)
    {
        var (deleted, failed) = (0, 0);
        await Parallel.ForEachAsync(
            messages,
            new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellationToken },
            async (message, _) =>
            {
                if (Volatile.Read(ref failed) >= MostFailures)
                    return;
                if (await TryDeleteAsync(message))
                    Interlocked.Increment(ref deleted);
                else
                    Interlocked.Increment(ref failed);
            });
        return messages.Count - deleted;
    }

    private async Task<bool> TryDeleteAsync(StoredMessage message)
    {
        foreach (var file in message.Files)
        {
            // The library reads files and does not delete them.
            var path = $"{SmsMedia.Path(client.AccountSid, message.Sid, file)}.json";
            if (!await TryAsync(() => client.RequestAsync(new Request(HttpMethod.Delete, Domain.Api, path))))
                return false;
        }

        if (!await TryAsync(() => MessageResource.DeleteAsync(pathSid: message.Sid, client: client)))
            return false;
        checkpoints.Reached(Checkpoint.SweepDeleted);
        return true;
    }

    private static async Task<bool> TryAsync(Func<Task> delete)
    {
        try
        {
            await delete();
            return true;
        }
        catch (ApiException gone) when (gone.Status == 404)
        {
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }
}

/// <summary>A message that Twilio need not keep, with the ids of its files.</summary>
internal sealed record StoredMessage(string Sid, params IReadOnlyList<string> Files);
