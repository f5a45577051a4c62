using System.Text;

namespace Senim.EndToEnd.Tests.Privacy;

/// <summary>A search that finds nothing proves nothing unless it would have found something.</summary>
public sealed class TheSearchItself
{
    private const string Word = "Қызғалдақ7421";

    private static readonly Search Search = new(new Dictionary<string, string> { ["word"] = Word, ["number"] = "7482915630217" });

    public static TheoryData<string> Forms => new(
        "UTF-8", "UTF-16 LE", "UTF-16 BE", "hex", "HEX", "URL", "base64, alignment 0", "base64, alignment 1", "base64, alignment 2",
        "base64url, alignment 1", "base64 of UTF-16 LE, alignment 2", "JSON", "upper case", "lower case");

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_planted_word_is_found(string form)
    {
        var folder = Directory.CreateTempSubdirectory("senim-planted-");
        try
        {
            File.WriteAllBytes(Path.Combine(folder.FullName, "planted.bin"), [.. "before "u8, .. Plant(form), .. " after"u8]);
            Assert.Contains(Search.Files(folder.FullName), hit => hit.StartsWith("planted.bin: word as ", StringComparison.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_planted_number_is_found_in_binary() =>
        Assert.Equal(["row: number as a binary number"], Search.Bytes("row", [9, 9, .. BitConverter.GetBytes(7_482_915_630_217).Reverse(), 9]));

    [Fact]
    public void Another_word_is_not_found() => Assert.Empty(Search.Lines("log", ["Қызғалдақ7422", "7482915630218"]));

    private static byte[] Plant(string form)
    {
        var neighbours = form[^1] is >= '0' and <= '2' ? new string('x', form[^1] - '0') : "";
        return form switch
        {
            "UTF-8" => Encoding.UTF8.GetBytes(Word),
            "UTF-16 LE" => Encoding.Unicode.GetBytes(Word),
            "UTF-16 BE" => Encoding.BigEndianUnicode.GetBytes(Word),
            "hex" => Ascii(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(Word))),
            "HEX" => Ascii(Convert.ToHexString(Encoding.UTF8.GetBytes(Word))),
            "URL" => Ascii(Uri.EscapeDataString(Word)),
            "JSON" => Ascii(System.Text.Json.JsonSerializer.Serialize(Word)),
            "upper case" => Encoding.UTF8.GetBytes(Word.ToUpperInvariant()),
            "lower case" => Encoding.UTF8.GetBytes(Word.ToLowerInvariant()),
            "base64url, alignment 1" => Ascii(Convert.ToBase64String(Encoding.UTF8.GetBytes($"{neighbours}{Word} y")).Replace('+', '-').Replace('/', '_')),
            _ when form.Contains("UTF-16", StringComparison.Ordinal) => Ascii(Convert.ToBase64String([.. Encoding.UTF8.GetBytes(neighbours), .. Encoding.Unicode.GetBytes(Word + " y")])),
            _ => Ascii(Convert.ToBase64String(Encoding.UTF8.GetBytes($"{neighbours}{Word} y"))),
        };
    }

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);
}
