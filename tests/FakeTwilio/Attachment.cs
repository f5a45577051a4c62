namespace Senim.FakeTwilio;

/// <summary>A file sent with a message.</summary>
public sealed record Attachment(string ContentType, ReadOnlyMemory<byte> Content);
