namespace Senim.Intake.Storage.Turns;

/// <summary>Keys as bytes, the first byte counting most.</summary>
internal sealed class ByteOrder : IComparer<byte[]>
{
    public static ByteOrder Instance { get; } = new();

    public int Compare(byte[]? x, byte[]? y) => x.AsSpan().SequenceCompareTo(y);
}
