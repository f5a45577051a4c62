using System.Globalization;
using Senim.Bots.Channels.Sms;
using Senim.Bots.Conversation.Turns;
using Senim.Intake;
using Senim.Intake.Signals;

namespace Senim.Bots.Conversation.Playing;

/// <summary>
/// Plays the conversation over lines of text, for people who work on its words. Each line is what a <c>user:</c> line of a transcript may
/// be, or a number in place of a button; the other lines of a transcript do here what they do there: <c>after: 25h</c> moves the clock,
/// <c>ask: q_where</c> is a question of staff, <c>progress: Seen 4h</c> a step of theirs. Nothing is stored and nothing is sent.
/// </summary>
public static class ConversationPlayer
{
    /// <param name="channel">The channel it is played as.</param>
    /// <param name="language">Chosen at once; by SMS, where nothing is chosen, the language that is taken for known. Null: as the conversation begins by itself.</param>
    /// <param name="transcript">Takes the conversation in the form of the transcripts that tests play; null for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">Nobody is talked with over that channel.</exception>
    public static Task PlayAsync(
        ChannelKind channel, Language? language, TextReader input, TextWriter output, TextWriter? transcript, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        return new Playing(channel, output, transcript).RunAsync(language, input, cancellationToken);
    }

    private sealed class Playing(ChannelKind channel, TextWriter output, TextWriter? transcript)
    {
        private readonly ChatSession _session = new(PlayedWorld.Flow(), channel);

        public async Task RunAsync(Language? language, TextReader input, CancellationToken cancellationToken)
        {
            await WriteHeaderAsync();
            foreach (var line in Opening(language))
                await TakeAsync(line);
            while (await PromptAsync(input, cancellationToken) is { } line)
                await TakeAsync(line);
        }

        private IEnumerable<string> Opening(Language? language)
        {
            if (channel == ChannelKind.Sms)
            {
                if (language is { } known)
                    yield return $"hint: {known.Code()}";
                yield break;
            }

            yield return "/start";
            if (language is { } chosen && Buttons.FirstOrDefault(button => button.Value == chosen.Code()) is { } name)
                yield return $"[{name.Label}]";
        }

        private IReadOnlyList<ReplyChoice> Buttons => _session.Reply is { } reply ? [.. reply.Choices.SelectMany(row => row)] : [];

        private async Task<string?> PromptAsync(TextReader input, CancellationToken cancellationToken)
        {
            await output.WriteAsync("> ");
            await output.FlushAsync(cancellationToken);
            return await input.ReadLineAsync(cancellationToken);
        }

        private async Task TakeAsync(string line)
        {
            if (Play(line.Trim()) is not var (exchange, outcome))
            {
                await output.WriteLineAsync("[not understood]");
                return;
            }

            if (transcript is not null)
            {
                foreach (var written in outcome.Prepend(exchange.Line))
                    await transcript.WriteLineAsync(written);
                await transcript.FlushAsync();
            }

            await ShowAsync(outcome);
        }

        /// <summary>Null for what no transcript could hold: a button that was never shown, a time that is none, a question before there is a signal.</summary>
        private (ChatExchange Exchange, IReadOnlyList<string> Outcome)? Play(string line)
        {
            try
            {
                var exchange = ChatFile.ReadPlayed(line) ?? ChatFile.ReadPlayed($"user: {Said(line)}")!;

                // Looked at first: the clock moves even for what is refused then.
                if (exchange is { Kind: "user", Value: not ChatSession.Code })
                    ChatInput.Read(exchange.Value, _session.Shown);
                return (exchange, _session.Play(exchange));
            }
            catch (Exception error) when (error is FormatException or InvalidOperationException or ArgumentException or IndexOutOfRangeException or OverflowException)
            {
                return null;
            }
        }

        /// <summary>As a transcript has it. A number is only a text where there are no buttons.</summary>
        private string Said(string line)
        {
            if (line is ['@', .. var point])
                return $"<location {point.Replace(',', ' ')}>";
            var buttons = Buttons;
            if (!int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1 || number > buttons.Count)
                return line;
            var button = buttons[number - 1];
            return ChatInput.Read($"[{button.Label}]", _session.Shown) is TurnInput.Choice choice && choice == new TurnInput.Choice(button.Flow, button.Question, button.Value)
                ? $"[{button.Label}]"
                : $"<press {button.Flow} {button.Question} {button.Value}>";
        }

        private async Task WriteHeaderAsync()
        {
            if (transcript is null)
                return;
            await transcript.WriteLineAsync("# Played in a terminal.");
            if (ChatFile.Name(channel) is { } name)
                await transcript.WriteLineAsync($"channel: {name}");
        }

        private async Task ShowAsync(IReadOnlyList<string> outcome)
        {
            foreach (var told in outcome.Where(each => each.StartsWith("signal:", StringComparison.Ordinal) || each.StartsWith("desk:", StringComparison.Ordinal)))
                await output.WriteLineAsync($"\n[{told}]");
            if (outcome.Count == 0)
                return;
            if (_session.Reply is not { } reply)
            {
                await output.WriteLineAsync("\n[no answer]");
                return;
            }

            await output.WriteLineAsync($"\n{reply.Text}\n");
            if (channel == ChannelKind.Sms)
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"[SMS parts: {Segments.Count(reply.Text)}]"));
            foreach (var (button, i) in Buttons.Select((button, i) => (button, i)))
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {i + 1,2}  {button.Label}"));
        }
    }
}
