using Senim.Intake;
using Senim.Intake.Codes;
using Senim.Intake.Conversations;
using Senim.Intake.Doors;

namespace Senim.Bots.Conversation.Turns;

/// <summary>
/// Looks up what a flow needs. Codes are looked up only so often: when many wrong ones came on this node within a minute, no more are for
/// the rest of it. Nothing else waits for that, neither a report nor danger.
/// </summary>
internal sealed class FlowLookups(IFlow flow, ICaseLookup cases, IDoors doors, TimeProvider clock)
{
    /// <summary>Wrong codes of all reporters in a minute, on one node.</summary>
    private const int MostWrong = 60;

    private readonly Lock guard = new();
    private DateTime minute;
    private int wrong;

    /// <exception cref="StorageUnavailableException">The database cannot be reached.</exception>
    public async Task<FlowFinding?> FindAsync(LiveConversation before, InboundTurn turn)
    {
        if (before.UnreadableState is not null || flow.Needs(before.State, turn.Input, turn.Channel, turn.ReceivedUtc) is not { } need)
            return null;
        try
        {
            return need switch
            {
                FlowNeed.Progress(var signal) => new FlowFinding(Progress: await cases.ProgressAsync(signal, CancellationToken.None)),
                FlowNeed.Case(var signal) => new FlowFinding(Case: await cases.FindBySignalAsync(signal, CancellationToken.None)),
                FlowNeed.Earlier(var signal) => new FlowFinding(Earlier: await cases.FindReportAsync(signal, CancellationToken.None)),
                FlowNeed.Code(var digits) => await FindAsync(digits),
                FlowNeed.Door(var code) => new FlowFinding(Door: await doors.FindOpenAsync(code, CancellationToken.None)),
                _ => null,
            };
        }
        catch (Exception error) when (error is not StorageUnavailableException)
        {
            throw new StorageUnavailableException("What a conversation needs to know could not be looked up.", error);
        }
    }

    private async Task<FlowFinding> FindAsync(string digits)
    {
        if (IsSlowed())
            return new FlowFinding(IsSlowed: true);
        var found = await cases.FindByCodeAsync(digits, CancellationToken.None);
        if (found is null)
            CountWrong();
        return new FlowFinding(Case: found);
    }

    private bool IsSlowed()
    {
        lock (guard)
            return clock.NowUtc() - minute < TimeSpan.FromMinutes(1) && wrong >= MostWrong;
    }

    private void CountWrong()
    {
        lock (guard)
        {
            var now = clock.NowUtc();
            (minute, wrong) = now - minute < TimeSpan.FromMinutes(1) ? (minute, wrong + 1) : (now, 1);
        }
    }
}
