using System.Text.Json;
using System.Text.Json.Serialization;

namespace Senim.Triage.Benchmark.Lines;

/// <summary>The lines of one way of writing: a file of JSON lines, named after it.</summary>
internal sealed record Column(string Name, IReadOnlyList<BenchmarkLine> Lines)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    public static IReadOnlyList<Column> All(Part part) => [.. Files(part).Select(Read)];

    public static IReadOnlyList<string> Files(Part part) =>
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, part.ToString()), "*.jsonl").Order(StringComparer.Ordinal)];

    private static Column Read(string file) => new(
        Path.GetFileNameWithoutExtension(file),
        [.. File.ReadLines(file).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<BenchmarkLine>(line, Json)!)]);
}
