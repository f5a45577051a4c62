using System.Text;
using Senim.Intake.Evidence;

namespace Senim.Intake.Core.Tests.Evidence;

public sealed class TellingTypes
{
    [Theory]
    [InlineData("FFD8FFE0", FileType.Jpeg)]
    [InlineData("89504E470D0A1A0A", FileType.Png)]
    [InlineData("52494646AABBCCDD57454250", FileType.WebP)]
    [InlineData("52494646AABBCCDD41564920", FileType.Other)]
    [InlineData("474946383961", FileType.Gif)]
    [InlineData("000000186674797068656963", FileType.Heic)]
    [InlineData("0000001C667479706D69663100000000", FileType.Heic)]
    [InlineData("000000186674797069736F6D0000020069736F6D6D703432", FileType.Mp4)]
    [InlineData("00000020667479704D344120", FileType.M4a)]
    [InlineData("4F676753", FileType.Ogg)]
    [InlineData("494433", FileType.Mp3)]
    [InlineData("FFFB90", FileType.Mp3)]
    [InlineData("255044462D312E37", FileType.Pdf)]
    [InlineData("3C68746D6C3E", FileType.Other)]
    [InlineData("3C73766720", FileType.Other)]
    [InlineData("504B0304", FileType.Other)]
    [InlineData("FF", FileType.Other)]
    [InlineData("", FileType.Other)]
    public void By_the_first_bytes(string head, FileType expected) => Assert.Equal(expected, FileTypes.Detect(Convert.FromHexString(head)));

    [Fact]
    public void No_type_is_shown_by_a_browser_as_a_page()
    {
        foreach (var type in Enum.GetValues<FileType>())
        {
            Assert.DoesNotContain("html", FileTypes.ContentType(type), StringComparison.Ordinal);
            Assert.DoesNotContain("svg", FileTypes.ContentType(type), StringComparison.Ordinal);
            Assert.DoesNotContain("pdf", FileTypes.ContentType(type), StringComparison.Ordinal);
            Assert.Matches("^[a-z0-9]{3,4}$", FileTypes.Ending(type));
        }
    }

    [Fact]
    public void Any_bytes_have_one()
    {
        var random = new Random(5);
        for (var i = 0; i < 2_000; i++)
        {
            var bytes = new byte[random.Next(FileTypes.HeadBytes + 1)];
            random.NextBytes(bytes);
            if (bytes.Length > 12 && i % 2 == 0)
                Encoding.ASCII.GetBytes("ftyp").CopyTo(bytes, 4);
            Assert.True(Enum.IsDefined(FileTypes.Detect(bytes)));
        }
    }
}
