using System.Globalization;
using System.Security.Cryptography;

namespace Senim.Intake.Privacy;

/// <summary>
/// Keys as files in one folder: <c>content.key</c>, <c>address.key</c>, <c>lookup.key</c>. One version a line, <c>NUMBER:BASE64</c>
/// of 32 random bytes; the lookup key has one line. Files are readable by their owner only.
/// </summary>
public static class KeyFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Loads the keys that the roles need.</summary>
    /// <param name="mayCreate">Development only: makes a key that is missing.</param>
    /// <exception cref="KeyFolderException">A key is missing or weak; the message names the file and the remedy.</exception>
    public static KeyRing Load(string folder, bool content, bool addressAndLookup, bool mayCreate)
    {
        var contentKey = content ? new MasterKey(ReadVersions(folder, "content", mayCreate)) : null;
        var addressKey = addressAndLookup ? new MasterKey(ReadVersions(folder, "address", mayCreate)) : null;
        var lookup = addressAndLookup ? ReadVersions(folder, "lookup", mayCreate) : null;
        if (lookup is { Count: not 1 })
            throw new KeyFolderException($"'{Path.Combine(folder, "lookup.key")}' must hold exactly one line: this key has no versions.");
        return new KeyRing(contentKey, addressKey, lookup?.Values.Single());
    }

    private static Dictionary<int, byte[]> ReadVersions(string folder, string name, bool mayCreate)
    {
        var path = Path.Combine(folder, name + ".key");
        if (!File.Exists(path))
        {
            if (!mayCreate)
                throw new KeyFolderException($"The key file '{path}' is missing. Put it there (one line, '1:' and the base64 of 32 random bytes) or set Senim__Keys__Path.");
            Make(folder, path);
        }

        var versions = new Dictionary<int, byte[]>();
        foreach (var line in File.ReadLines(path))
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 1 || !int.TryParse(line.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var version) || version < 1)
                throw new KeyFolderException($"A line of '{path}' does not start with a version number from 1 and a colon.");
            if (!versions.TryAdd(version, ReadKey(path, line[(colon + 1)..].Trim())))
                throw new KeyFolderException($"'{path}' holds version {version} twice.");
        }

        return versions.Count > 0 ? versions : throw new KeyFolderException($"The key file '{path}' is empty.");
    }

    private static byte[] ReadKey(string path, string base64)
    {
        var key = new byte[KeyRing.KeyBytes];
        if (!Convert.TryFromBase64String(base64, key, out var written) || written != KeyRing.KeyBytes)
            throw new KeyFolderException($"A key in '{path}' is not the base64 of {KeyRing.KeyBytes} bytes.");

        // 32 random bytes hold about 30 different values; a key made by hand or of zeros holds few.
        if (key.Distinct().Count() < 16)
            throw new KeyFolderException($"A key in '{path}' is weak: it is not {KeyRing.KeyBytes} random bytes.");
        return key;
    }

    private static void Make(string folder, string path)
    {
        try
        {
            Create(folder, path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new KeyFolderException($"Senim__Keys__Path: the key file '{path}' cannot be made ({error.GetType().Name}).");
        }
    }

    private static void Create(string folder, string path)
    {
        Directory.CreateDirectory(folder);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        using var file = new StreamWriter(path, options);
        file.WriteLine($"1:{Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyRing.KeyBytes))}");
    }
}

/// <summary>The key folder cannot be used; the message is for the operator and names file and remedy, never a key.</summary>
public sealed class KeyFolderException(string message) : Exception(message);
