namespace Senim.EndToEnd.Tests.Harness;

/// <summary>Somebody who reports, whatever through.</summary>
internal interface IReporter
{
    /// <summary>Opens the conversation.</summary>
    Task StartAsync();

    Task TypeAsync(string text);

    /// <summary>Waits for a button in what the bot says now, and presses it.</summary>
    /// <param name="choice">Question and answer, such as <c>story:done</c>.</param>
    Task PressAsync(string choice);

    /// <summary>Waits until what the bot says now has the button.</summary>
    /// <returns>What the bot says.</returns>
    Task<string> WaitForAsync(string choice);
}
