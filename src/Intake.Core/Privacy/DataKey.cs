using System.Security.Cryptography;

namespace Senim.Intake.Privacy;

/// <summary>
/// The key of one conversation's draft, taken over by the signal that comes of it. Destroying its row makes everything sealed with
/// it unreadable, in backups too once the erasures are applied again.
/// </summary>
public sealed class DataKey
{
    private const string Table = "DataKeys";
    private readonly byte[] bytes;

    private DataKey(Guid id, byte[] bytes, byte[] wrapped)
    {
        Id = id;
        this.bytes = bytes;
        Wrapped = wrapped;
    }

    public Guid Id { get; }

    /// <summary>The key as it is stored: sealed under the content master key.</summary>
    public byte[] Wrapped { get; }

    internal ReadOnlySpan<byte> Bytes => bytes;

    public static DataKey Create(MasterKey content)
    {
        var id = Guid.NewGuid();
        var bytes = RandomNumberGenerator.GetBytes(KeyRing.KeyBytes);
        return new DataKey(id, bytes, Sealing.Seal(content, bytes, Place(id)));
    }

    /// <exception cref="CryptographicException">The wrapped key does not open under the content key held.</exception>
    public static DataKey Unwrap(MasterKey content, Guid id, byte[] wrapped) =>
        new(id, Sealing.Open(content, wrapped, Place(id)), wrapped);

    private static SealedPlace Place(Guid id) => new(Table, id.ToString("N"), "Wrapped");
}
