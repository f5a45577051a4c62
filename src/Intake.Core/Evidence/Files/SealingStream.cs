using System.Security.Cryptography;
using Senim.Intake.Privacy;

namespace Senim.Intake.Evidence.Files;

/// <summary>
/// Takes a file as it comes and writes it to the disk sealed, a chunk at a time. Until <see cref="CompleteAsync"/> it is a partial file, which
/// goes with the stream.
/// </summary>
public sealed class SealingStream : Stream
{
    private readonly EvidenceFolder folder;
    private readonly FileStream file;
    private readonly string path;
    private readonly string name;
    private readonly byte[] key = RandomNumberGenerator.GetBytes(KeyRing.KeyBytes);
    private readonly AesGcm aes;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] chunk = new byte[FileSealing.ChunkBytes];
    private readonly byte[] written = new byte[FileSealing.TagBytes + FileSealing.ChunkBytes];
    private readonly byte[] head = new byte[FileTypes.HeadBytes];
    private readonly long mostBytes;
    private int filled;
    private long number;
    private long bytes;
    private bool isComplete;

    internal SealingStream(EvidenceFolder folder, FileStream file, string name, long mostBytes)
    {
        this.folder = folder;
        this.file = file;
        path = file.Name;
        this.name = name;
        this.mostBytes = mostBytes;
        aes = new AesGcm(key, FileSealing.TagBytes);
        file.WriteByte(FileSealing.Format);
    }

    /// <summary>More came than is taken; nothing of it is kept.</summary>
    public bool IsTooLarge { get; private set; }

    /// <summary>The disk did not take it.</summary>
    public bool HasNoRoom { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Makes it whole and durable under its name.</summary>
    /// <exception cref="IOException">The disk does not take it.</exception>
    public async Task<SealedFile> CompleteAsync(CancellationToken cancellationToken)
    {
        try
        {
            await WriteChunkAsync(isLast: true, cancellationToken);
            await file.FlushAsync(cancellationToken);
            file.Flush(flushToDisk: true);
            await file.DisposeAsync();
            folder.Finish(path, name);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            throw NoRoom(error);
        }

        isComplete = true;
        var type = FileTypes.Detect(head.AsSpan(0, (int)Math.Min(bytes, head.Length)));
        return new SealedFile(name, key, hash.GetHashAndReset(), bytes, type);
    }

    /// <exception cref="IOException">It is too large, or the disk does not take it.</exception>
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (bytes + buffer.Length > mostBytes)
        {
            IsTooLarge = true;
            throw new IOException("The file is larger than what is taken.");
        }

        if (bytes < head.Length)
            buffer.Span[..Math.Min(buffer.Length, head.Length - (int)bytes)].CopyTo(head.AsSpan((int)bytes));
        hash.AppendData(buffer.Span);
        bytes += buffer.Length;
        while (buffer.Length > 0)
        {
            // A full chunk waits until it is known that it is not the last one.
            if (filled == chunk.Length)
                await TryWriteChunkAsync(cancellationToken);
            var taken = Math.Min(buffer.Length, chunk.Length - filled);
            buffer.Span[..taken].CopyTo(chunk.AsSpan(filled));
            filled += taken;
            buffer = buffer[taken..];
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) => WriteAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            try
            {
                file.Dispose();
            }
            catch (IOException)
            {
                // A full disk takes the rest of its buffer no better now.
            }

            if (!isComplete)
                EvidenceFolder.Abandon(path);
            aes.Dispose();
            hash.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task TryWriteChunkAsync(CancellationToken cancellationToken)
    {
        try
        {
            await WriteChunkAsync(isLast: false, cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            throw NoRoom(error);
        }
    }

    /// <summary>The framework has other exceptions too for a file that may not grow (EFBIG).</summary>
    private IOException NoRoom(Exception error)
    {
        HasNoRoom = true;
        return new IOException("The disk does not take the file.", error);
    }

    private async Task WriteChunkAsync(bool isLast, CancellationToken cancellationToken)
    {
        FileSealing.Seal(aes, name, number++, isLast, chunk.AsSpan(0, filled), written);
        await file.WriteAsync(written.AsMemory(0, FileSealing.TagBytes + filled), cancellationToken);
        filled = 0;
    }
}
