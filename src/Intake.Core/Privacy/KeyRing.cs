using System.Security.Cryptography;

namespace Senim.Intake.Privacy;

/// <summary>
/// The three named keys: <c>content</c> wraps the data keys of what was said, <c>address</c> seals where to answer,
/// <c>lookup</c> makes the blind keys. A node holds only those its roles need; asking for another is a bug and throws.
/// </summary>
public sealed class KeyRing
{
    public const int KeyBytes = 32;

    private readonly MasterKey? content;
    private readonly MasterKey? address;
    private readonly byte[]? lookup;

    public KeyRing(MasterKey? content, MasterKey? address, byte[]? lookup)
    {
        if (lookup is not null && lookup.Length != KeyBytes)
            throw new ArgumentException($"The lookup key must have {KeyBytes} bytes.", nameof(lookup));
        this.content = content;
        this.address = address;
        this.lookup = lookup;
    }

    public MasterKey Content => content ?? throw NotHeld("content");

    public MasterKey Address => address ?? throw NotHeld("address");

    public ReadOnlySpan<byte> Lookup => lookup ?? throw NotHeld("lookup");

    /// <summary>Fresh random keys, for tests and for the first start in Development.</summary>
    public static KeyRing Random() => new(
        MasterKey.Random(),
        MasterKey.Random(),
        RandomNumberGenerator.GetBytes(KeyBytes));

    private static InvalidOperationException NotHeld(string name) =>
        new($"The {name} key is not held by this node: its roles do not need it.");
}
