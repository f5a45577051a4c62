using Microsoft.EntityFrameworkCore;
using Senim.Intake.Privacy;

namespace Senim.Intake.Storage;

internal static class DataKeyReading
{
    /// <summary>Null once the key was destroyed.</summary>
    public static async Task<DataKey?> OpenDataKeyAsync(this IntakeDb db, Guid id, KeyRing keys, CancellationToken cancellationToken) =>
        await db.DataKeys.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is { } row
            ? DataKey.Unwrap(keys.Content, id, row.Wrapped)
            : null;
}
