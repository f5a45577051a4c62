using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Senim.Bots.Tests.Telegram;

/// <summary>Keeps every line of the log.</summary>
internal sealed class LogCatcher : ILoggerProvider
{
    private readonly ConcurrentQueue<LogLine> _lines = new();

    public IReadOnlyList<LogLine> Lines => [.. _lines];

    /// <summary>What an operator would be woken for.</summary>
    public IReadOnlyList<LogLine> Errors => [.. _lines.Where(line => line.Level >= LogLevel.Error)];

    public ILogger CreateLogger(string categoryName) => new Catcher(categoryName, _lines);

    public void Dispose()
    {
    }

    private sealed class Catcher(string category, ConcurrentQueue<LogLine> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(new LogLine(logLevel, category, eventId.Id, formatter(state, exception)));
    }
}

internal sealed record LogLine(LogLevel Level, string Category, int Id, string Text);
