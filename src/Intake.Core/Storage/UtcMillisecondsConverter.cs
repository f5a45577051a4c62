using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Senim.Intake.Storage;

/// <summary>
/// Every time is stored as whole milliseconds since 1970 (UTC): the same on each database, ordered by each, read back as UTC.
/// </summary>
/// <exception cref="ArgumentException">On writing: the time is not UTC.</exception>
public sealed class UtcMillisecondsConverter() : ValueConverter<DateTime, long>(
    utc => utc.ToUnixMilliseconds(),
    milliseconds => Moments.FromUnixMilliseconds(milliseconds));
