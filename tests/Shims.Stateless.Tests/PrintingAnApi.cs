using System.Text.Json.Serialization;
using Senim.Shims.Api;

namespace Senim.Shims.Stateless.Tests;

public class PrintingAnApi
{
    private static readonly ApiListing Printed = ApiPrinter.Print(typeof(PrintingAnApi).Assembly);

    [Theory]
    [InlineData("abstract class PrintingAnApi.Sample<T> : IDisposable, List<T?>    // Senim.Shims.Stateless.Tests", false)]
    [InlineData("abstract class PrintingAnApi.Sample<T> : IDisposable, List<T>    // Senim.Shims.Stateless.Tests")]
    [InlineData("sealed class PrintingAnApi.Leaf : PrintingAnApi.Sample<string>    // Senim.Shims.Stateless.Tests")]
    [InlineData("static class PrintingAnApi.Extensions    // Senim.Shims.Stateless.Tests", false)]
    [InlineData("enum PrintingAnApi.Size    // Senim.Shims.Stateless.Tests")]
    [InlineData("Senim.Shims.Stateless.Tests: delegate string? PrintingAnApi.Namer(int number)")]
    public void A_type_is_one_line(string line, bool isThere = true) => Assert.Equal(isThere, Printed.Lines.Contains(line));

    [Theory]
    [InlineData("[Obsolete] protected Sample(string name, int? count = default, string? note = null)")]
    [InlineData("const string Mark = \"x\"")]
    [InlineData("static readonly string[] Names")]
    [InlineData("required string Name { get; init; }")]
    [InlineData("string? Note { get; protected set; }  // json \"note_text\"")]
    [InlineData("Dictionary<string, List<string?>>? Notes { get; }")]
    [InlineData("event EventHandler Changed")]
    [InlineData("[Obsolete] T Old(PrintingAnApi.Size size = PrintingAnApi.Size.Large)")]
    [InlineData("T? Maybe<TOther>(TOther other, out int count)")]
    [InlineData("protected abstract Task RunAsync(params string[] steps)")]
    [InlineData("virtual void Dispose()")]
    public void A_member_is_one_line(string member) =>
        Assert.Contains($"Senim.Shims.Stateless.Tests.PrintingAnApi.Sample<T>: {member}", Printed.Lines);

    [Fact]
    public void What_derived_types_change_is_marked() => Assert.Contains(
        "Senim.Shims.Stateless.Tests.PrintingAnApi.Leaf: protected override Task RunAsync(params string[] steps)", Printed.Lines);

    [Fact]
    public void Differences_show_on_the_side_that_has_more()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "# a remark\nenum PrintingAnApi.Size    // Senim.Shims.Stateless.Tests\n  Small=0, Large=1, Huge=2\n");
            var listed = ApiListing.Read(path);

            Assert.Equal(["Senim.Shims.Stateless.Tests.PrintingAnApi.Size: Huge=2"], listed.Without(Printed));
            Assert.DoesNotContain("Senim.Shims.Stateless.Tests.PrintingAnApi.Size: Large=1", Printed.Without(listed));
            Assert.Contains("enum Place    // Senim.Shims.Stateless.Tests", Printed.Without(listed));
        }
        finally
        {
            File.Delete(path);
        }
    }

    public enum Size
    {
        Small,
        Large,
    }

    public delegate string? Namer(int number);

    public abstract class Sample<T> : List<T>, IDisposable
    {
        public const string Mark = "x";
        public static readonly string[] Names = [];

        protected Sample(string name, int? count = null, string? note = null)
        {
            Note = name + count + note;
            Changed?.Invoke(this, EventArgs.Empty);
        }

        public event EventHandler? Changed;

        public required string Name { get; init; }

        [JsonPropertyName("note_text")]
        public string? Note { get; protected set; }

        public Dictionary<string, List<string?>>? Notes { get; }

        [Obsolete("An example.")]
        public T Old(Size size = Size.Large) => this[(int)size];

        public T? Maybe<TOther>(TOther other, out int count)
        {
            count = 0;
            return default;
        }

        public virtual void Dispose() => GC.SuppressFinalize(this);

        protected abstract Task RunAsync(params string[] steps);
    }

    public sealed class Leaf() : Sample<string>("leaf")
    {
        protected override Task RunAsync(params string[] steps) => Task.CompletedTask;
    }

    internal static class Extensions;
}
