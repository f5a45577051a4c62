using Microsoft.EntityFrameworkCore;
using Senim.Intake.Privacy;
using Senim.Intake.Signals;
using Senim.Intake.Storage;

namespace Senim.Intake.Likeness;

/// <summary>Compares signals on a node that holds the content key.</summary>
internal sealed class SignalLikeness(IDbContextFactory<IntakeDb> contexts, KeyRing keys) : ISignalLikeness
{
    public async Task<IReadOnlyList<LikeSignal>> FindAsync(SignalId one, IReadOnlyList<SignalId> others, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(others);
        var ids = others.Where(other => other != one).Select(other => other.Value).Distinct().Take(ISignalLikeness.MostCompared).Append(one.Value).ToList();
        var stems = await ReadAsync(ids, cancellationToken);
        if (!stems.TryGetValue(one.Value, out var own))
            return [];
        var scores = new StemScores(stems.Values);
        return
        [
            .. stems.Where(pair => pair.Key != one.Value)
                .Select(pair => new LikeSignal(new SignalId(pair.Key), scores.Of(own, pair.Value)))
                .Where(like => like.Score >= StemScores.Likely)
                .OrderByDescending(like => like.Score)
                .ThenBy(like => like.Signal.Value),
        ];
    }

    /// <summary>Those whose words have been erased are left out.</summary>
    private async Task<Dictionary<Guid, HashSet<string>>> ReadAsync(List<Guid> ids, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Signals.AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(cancellationToken);
        var keyIds = rows.Select(row => row.DataKeyId).Distinct().ToList();
        var wrapped = await db.DataKeys.AsNoTracking().Where(row => keyIds.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Wrapped, cancellationToken);
        var stems = new Dictionary<Guid, HashSet<string>>(rows.Count);
        foreach (var row in rows)
        {
            if (!wrapped.TryGetValue(row.DataKeyId, out var key))
                continue;
            var content = SignalRows.Open(DataKey.Unwrap(keys.Content, row.DataKeyId, key), row);
            stems[row.Id] = Stems.Of(content.Story.Select(part => part.Text).Append(content.PlaceText ?? ""));
        }

        return stems;
    }
}
