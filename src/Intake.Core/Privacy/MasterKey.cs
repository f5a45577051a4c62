using System.Security.Cryptography;

namespace Senim.Intake.Privacy;

/// <summary>A master key in its versions: new things are sealed under the newest, old ones open under the version they name.</summary>
public sealed class MasterKey
{
    private readonly IReadOnlyDictionary<int, byte[]> versions;

    /// <param name="versions">Version number (from 1) to 32 bytes of key.</param>
    public MasterKey(IReadOnlyDictionary<int, byte[]> versions)
    {
        ArgumentNullException.ThrowIfNull(versions);
        if (versions.Count == 0)
            throw new ArgumentException("A master key needs at least one version.", nameof(versions));
        foreach (var (version, key) in versions)
        {
            if (version < 1 || key.Length != KeyRing.KeyBytes)
                throw new ArgumentException($"Version {version} of a master key must be numbered from 1 and have {KeyRing.KeyBytes} bytes.", nameof(versions));
        }

        this.versions = versions;
        Newest = versions.Keys.Max();
    }

    public int Newest { get; }

    public static MasterKey Random() =>
        new(new Dictionary<int, byte[]> { [1] = RandomNumberGenerator.GetBytes(KeyRing.KeyBytes) });

    /// <exception cref="CryptographicException">That version of the key is not held.</exception>
    public ReadOnlySpan<byte> Version(int version) => versions.TryGetValue(version, out var key)
        ? key
        : throw new CryptographicException($"Version {version} of a master key is missing from the key folder.");
}
