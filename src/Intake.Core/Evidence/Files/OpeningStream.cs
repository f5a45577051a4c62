using System.Security.Cryptography;

namespace Senim.Intake.Evidence.Files;

/// <summary>Reads a sealed file from its beginning to its end. What was changed, cut or put together otherwise does not open.</summary>
public sealed class OpeningStream : Stream
{
    private readonly FileStream file;
    private readonly string name;
    private readonly AesGcm aes;
    private readonly long chunks;
    private readonly byte[] read = new byte[FileSealing.TagBytes + FileSealing.ChunkBytes];
    private readonly byte[] chunk = new byte[FileSealing.ChunkBytes];
    private int filled;
    private int taken;
    private long number;

    /// <exception cref="CryptographicException">It has no form of ours.</exception>
    internal OpeningStream(FileStream file, string name, ReadOnlySpan<byte> key)
    {
        this.file = file;
        this.name = name;
        aes = new AesGcm(key, FileSealing.TagBytes);
        chunks = (file.Length - 1 + read.Length - 1) / read.Length;
        if (file.ReadByte() != FileSealing.Format || chunks == 0)
            throw new CryptographicException("Not a sealed file of a known form.");
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="CryptographicException">It was changed.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (taken == filled && number < chunks)
        {
            var count = await file.ReadAtLeastAsync(read, read.Length, throwOnEndOfStream: false, cancellationToken);
            Open(count);
        }

        return Take(buffer.Span);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <exception cref="CryptographicException">It was changed.</exception>
    public override int Read(byte[] buffer, int offset, int count)
    {
        if (taken == filled && number < chunks)
            Open(file.ReadAtLeast(read, read.Length, throwOnEndOfStream: false));
        return Take(buffer.AsSpan(offset, count));
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            file.Dispose();
            aes.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Open(int count)
    {
        if (count < FileSealing.TagBytes)
            throw new CryptographicException("A sealed file breaks off.");
        filled = count - FileSealing.TagBytes;
        taken = 0;
        FileSealing.Open(aes, name, number, isLast: number == chunks - 1, read.AsSpan(0, count), chunk.AsSpan(0, filled));
        number++;
    }

    private int Take(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, filled - taken);
        chunk.AsSpan(taken, count).CopyTo(buffer);
        taken += count;
        return count;
    }
}
