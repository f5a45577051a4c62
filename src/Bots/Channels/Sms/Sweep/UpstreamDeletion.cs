using Senim.Intake.Checkpoints;
using Twilio.Clients;
using Twilio.Exceptions;
using Twilio.Rest.Api.V2010.Account;

namespace Senim.Bots.Channels.Sms.Sweep;

/// <summary>Deletes messages at Twilio, each on its own. What fails is still in the list at the next sweep.</summary>
internal sealed class UpstreamDeletion(ITwilioRestClient client, ICheckpoints checkpoints)
{
    /// <summary>Calls at a time. At 100 ms a call that is 80 messages a second, the pace of a short code.</summary>
    private const int SideBySide = 8;

    /// <summary>After so many failures Twilio is not asked again in this sweep: it is away, or says that there are too many requests.</summary>
    private const int MostFailures = 20;

    /// <returns>How many are left.</returns>
    public async Task<int> DeleteAsync(IReadOnlyCollection<string> sids, CancellationToken cancellationToken)
    {
        var (deleted, failed) = (0, 0);
        await Parallel.ForEachAsync(
            sids,
            new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellationToken },
            async (sid, _) =>
            {
                if (Volatile.Read(ref failed) >= MostFailures)
                    return;
                if (await TryDeleteAsync(sid))
                    Interlocked.Increment(ref deleted);
                else
                    Interlocked.Increment(ref failed);
            });
        return sids.Count - deleted;
    }

    private async Task<bool> TryDeleteAsync(string sid)
    {
        try
        {
            await MessageResource.DeleteAsync(pathSid: sid, client: client);
        }
        catch (ApiException gone) when (gone.Status == 404)
        {
        }
        catch (Exception)
        {
            return false;
        }

        checkpoints.Reached(Checkpoint.SweepDeleted);
        return true;
    }
}
