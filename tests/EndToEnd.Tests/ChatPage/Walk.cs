using Microsoft.Playwright;

namespace Senim.EndToEnd.Tests.ChatPage;

/// <summary>
/// A report from where the talk stands to its receipt, by what the buttons mean: questions that it has an answer for are answered, all others
/// are passed over. New questions of the flow do not concern it.
/// </summary>
public sealed record Walk
{
    /// <summary>More than the flow ever asks, repeats and all.</summary>
    private const int MostScreens = 60;

    /// <summary>Question to the answers pressed there, in order.</summary>
    public IReadOnlyDictionary<string, string[]> Presses { get; init; } = new Dictionary<string, string[]>();

    /// <summary>Question to what is typed there.</summary>
    public IReadOnlyDictionary<string, string> Words { get; init; } = new Dictionary<string, string>();

    /// <summary>By Tab and Enter alone.</summary>
    public bool ByKeyboard { get; init; }

    /// <summary>Called at each new screen with the state it shows.</summary>
    public Func<string, Task> OnScreen { get; init; } = _ => Task.CompletedTask;

    /// <summary>A report about a child who is teased, in a city.</summary>
    public static Walk Telling(string story, string place) => new()
    {
        Presses = new Dictionary<string, string[]> { ["safe"] = ["safe"], ["what"] = ["bullying", "cyberbullying"], ["confirm"] = ["yes"], ["review"] = ["send"] },
        Words = new Dictionary<string, string> { ["story"] = story, ["place"] = place },
    };

    public Task ToReceiptAsync(ChatPageUser user) => ToAsync(user, "Receipt");

    public async Task ToAsync(ChatPageUser user, string state)
    {
        var said = new HashSet<string>();
        for (var i = 0; i < MostScreens; i++)
        {
            var screen = await Screen.ReadAsync(user);
            await OnScreen(screen.State);
            if (screen.State == state)
                return;
            if (screen.Question is { } typed && Words.TryGetValue(typed, out var words) && said.Add(typed))
            {
                await (ByKeyboard ? user.ReachAndTypeAsync(words) : user.SayAsync(words));
                await screen.WaitForNextAsync(user);
                continue;
            }

            if (screen.Question is { } asked && Presses.TryGetValue(asked, out var answers))
            {
                foreach (var answer in answers.Where(answer => screen.Offers(asked, answer) && said.Add($"{asked}:{answer}")))
                {
                    await PressAsync(user, $"report:{asked}:{answer}");
                    await screen.WaitForNextAsync(user);
                    screen = await Screen.ReadAsync(user);
                }

                if (screen.Question != asked)
                    continue;
            }

            await PressAsync(user, screen.WayOn());
            await screen.WaitForNextAsync(user);
        }

        Assert.Fail($"The talk does not come to {state}.");
    }

    private Task PressAsync(ChatPageUser user, string code) => ByKeyboard ? user.ReachAndPressAsync(code) : user.PressAsync(code);

    /// <summary>What the page offers now.</summary>
    private sealed record Screen(string State, string[] Codes, string Shown)
    {
        private static readonly string[] WaysOn = ["send", "skip", "done", "yes"];

        /// <summary>The question that the choices answer; null when there are none but the ways around.</summary>
        public string? Question => Codes.Select(code => code.Split(':')[1]).FirstOrDefault(question => question is not ("go" or "danger"));

        public bool Offers(string question, string answer) => Codes.Contains($"report:{question}:{answer}");

        public string WayOn() =>
            WaysOn.Select(way => Codes.FirstOrDefault(code => code.EndsWith($":{way}", StringComparison.Ordinal))).FirstOrDefault(code => code is not null)
            ?? Codes.FirstOrDefault(code => !code.Contains(":go:", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"Nothing leads on from {State}: {string.Join(' ', Codes)}");

        public static async Task<Screen> ReadAsync(ChatPageUser user) => new(
            await user.Page.Locator("body").GetAttributeAsync("data-state") ?? "",
            await user.Page.Locator("#choices button").EvaluateAllAsync<string[]>("all => all.map(each => each.dataset.code)"),
            await ShownAsync(user));

        /// <summary>Everything is sent, and the page shows something else.</summary>
        public async Task WaitForNextAsync(ChatPageUser user)
        {
            await user.SeesAllSentAsync();
            for (var i = 0; i < 600 && await ShownAsync(user) == Shown; i++)
                await Task.Delay(50);
            if (await ShownAsync(user) == Shown)
                Assert.Fail($"Nothing follows on {State}.");
        }

        private static Task<string> ShownAsync(ChatPageUser user) => user.Page.EvaluateAsync<string>(
            "document.body.dataset.state + '|' + document.querySelectorAll('#log .line').length + '|' + document.querySelector('#choices').textContent + '|' + document.querySelector('#log').textContent.length");
    }
}
