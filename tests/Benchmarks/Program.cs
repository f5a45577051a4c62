using System.CommandLine;
using Senim.Benchmarks.Baseline;
using Senim.Benchmarks.Reports;

// Measures the service as a running process, beside bare servers that do the same input and output, in one run.
var conversations = new Option<int[]>("--conversations") { Description = "How many at once.", DefaultValueFactory = _ => [1, 50, 500], AllowMultipleArgumentsPerToken = true };
var seconds = new Option<double>("--seconds") { Description = "How long each measurement takes.", DefaultValueFactory = _ => 10 };
var warm = new Option<double>("--warm") { Description = "How long each process is driven before the first, in seconds.", DefaultValueFactory = _ => 30 };
var rounds = new Option<int>("--rounds") { Description = "How often all are measured in turn.", DefaultValueFactory = _ => 2 };
var keys = new Option<int>("--keys") { Description = "Delivery keys that lie in the database already.", DefaultValueFactory = _ => 0 };

var turns = new Command("turns", "Turns per second over Telegram and SMS beside the baselines.") { conversations, seconds, warm, rounds, keys };
turns.SetAction((parsed, _) => TurnsReport.RunAsync(new TurnsSettings
{
    Conversations = parsed.GetValue(conversations)!,
    Measure = TimeSpan.FromSeconds(parsed.GetValue(seconds)),
    Warm = TimeSpan.FromSeconds(parsed.GetValue(warm)),
    Rounds = parsed.GetValue(rounds),
    Keys = parsed.GetValue(keys),
}));

var channel = new Argument<string>("channel") { Description = "telegram or sms." }.AcceptOnlyFromAmong("telegram", "sms");
var crowd = new Option<int>("--conversations") { Description = "How many at once.", DefaultValueFactory = _ => 500 };
var drive = new Command("drive", "The service alone under load, to attach a profiler to.") { channel, crowd, seconds, warm };
drive.SetAction((parsed, _) => DriveReport.RunAsync(
    parsed.GetValue(channel) == "sms", parsed.GetValue(crowd), TimeSpan.FromSeconds(parsed.GetValue(warm)), TimeSpan.FromSeconds(parsed.GetValue(seconds))));

var waiting = new Option<int>("--waiting") { Description = "Standard events that wait in the outbox.", DefaultValueFactory = _ => 100_000 };
var danger = new Option<int>("--danger") { Description = "Messages of danger, each from a chat of its own.", DefaultValueFactory = _ => 200 };
var flood = new Command("flood", "Danger behind a full outbox, a flooding chat, forged posts.") { waiting, danger, seconds, warm, crowd };
flood.SetAction((parsed, _) => FloodReport.RunAsync(new FloodSettings
{
    Waiting = parsed.GetValue(waiting),
    Danger = parsed.GetValue(danger),
    Conversations = parsed.GetValue(crowd),
    Measure = TimeSpan.FromSeconds(parsed.GetValue(seconds)),
    Warm = TimeSpan.FromSeconds(parsed.GetValue(warm)),
}));

var port = new Argument<int>("port");
var api = new Argument<string>("api");
var folder = new Argument<string>("folder");
var calls = new Argument<double>("calls");
var baseline = new Command("baseline", "The bare server; started by the other commands.") { port, api, folder, calls };
baseline.SetAction((parsed, cancellation) => BaselineServer.RunAsync(
    parsed.GetValue(port), new Uri(parsed.GetValue(api)!), parsed.GetValue(folder)!, parsed.GetValue(calls), cancellation));

return await new RootCommand("Benchmarks of Senim.") { turns, flood, drive, baseline }.Parse(args).InvokeAsync();
