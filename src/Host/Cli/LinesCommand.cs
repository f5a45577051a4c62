using System.CommandLine;
using System.Text.Json;
using Senim.Intake.Places;
using Senim.Intake.Triage;

namespace Senim.Hosting.Cli;

/// <summary><c>triage</c> and <c>place</c>: JSON lines <c>{"id","text"}</c> in, one JSON line each out, for people who work on words and places.</summary>
internal static class LinesCommand
{
    public static Command Triage()
    {
        var command = new Command("triage", "Reads JSON lines {\"id\",\"text\"} and says how urgent each is, and why.");
        var explain = new Option<bool>("--explain") { Description = "Answer for people: each reason on a line of its own, with the words it was found in." };
        var language = new Option<string>("--language") { Description = "Of the reasons, with --explain: kk, ru or en.", DefaultValueFactory = _ => "en" };
        language.AcceptOnlyFromAmong("kk", "ru", "en");
        command.Add(explain);
        command.Add(language);
        command.SetAction((parsed, cancellation) =>
        {
            var triage = RuleTriage.Load();
            var words = parsed.GetValue(language)!;
            return RunAsync(
                parsed.GetValue(explain) ? (id, text) => TriageCommandLine.Explain(triage, id, text, words) : (id, text) => TriageCommandLine.Answer(triage, id, text),
                cancellation);
        });
        return command;
    }

    public static Command Place()
    {
        var command = new Command("place", "Reads JSON lines {\"id\",\"text\"} and says which place each names.");
        command.SetAction((_, cancellation) =>
        {
            var places = PlaceDirectory.Load();
            return RunAsync((id, text) => PlaceCommandLine.Answer(places, id, text), cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(Func<string, string, string> answer, CancellationToken cancellationToken)
    {
        using var input = new StreamReader(Console.OpenStandardInput());
        var number = 0;
        var failed = 0;
        while (await input.ReadLineAsync(cancellationToken) is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            if (Read(line) is { } item)
            {
                Console.WriteLine(answer(item.Id, item.Text));
                continue;
            }

            failed++;
            await Console.Error.WriteLineAsync($"Line {number} is not a JSON object with \"id\" and \"text\".");
        }

        return failed == 0 ? 0 : 1;
    }

    private static (string Id, string Text)? Read(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("id", out var id)
                && json.RootElement.TryGetProperty("text", out var text)
                && text.ValueKind == JsonValueKind.String
                    ? (id.ToString(), text.GetString()!)
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
