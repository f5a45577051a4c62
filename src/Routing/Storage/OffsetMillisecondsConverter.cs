using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Senim.Routing.Storage;

/// <summary>Identity counts locks in offsets; they are stored like every other time, as milliseconds since 1970 (UTC).</summary>
public sealed class OffsetMillisecondsConverter() : ValueConverter<DateTimeOffset, long>(
    time => time.ToUnixTimeMilliseconds(),
    milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
