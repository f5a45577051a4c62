using System.Text.Json;
using Senim.Intake.Signals;

namespace Senim.Bots.Tests.Telegram;

/// <summary>Routing learns the bodies that must not see a signal by their codes, with each change of the answer.</summary>
public sealed class TellingWhoMustNotSee
{
    [Fact]
    public async Task A_later_answer_tells_it_anew_in_codes_alone()
    {
        await using var host = await TelegramHost.ByWebhookAsync();
        var child = host.Child(41);
        await child.TypesAsync("/start");
        await child.PressesAsync("Қазір қауіпті");
        await child.TypesAsync("Мама работает. Не говорите школе и полиции.");

        var events = await EventsAsync(host, 2);
        Assert.Empty(events[0].Recused);
        Assert.Equal([Recusals.School, Recusals.Police], events[1].Recused);
        await using var db = host.Db();
        var signal = Assert.Single(db.Signals);
        Assert.Equal(["no_school", "no_police"], (await host.ReadAsync(signal.Id)).Answers.Single(answer => answer.Question == "recuse").Choices);
    }

    private static async Task<IReadOnlyList<SignalEvent>> EventsAsync(TelegramHost host, int count)
    {
        for (var i = 0; i < 200 && host.Transport.Published.Count < count; i++)
            await Task.Delay(50);
        return [.. host.Transport.Published.Select(envelope => JsonSerializer.Deserialize(envelope.Json, IntakeJson.Default.SignalEvent)!).OrderBy(signal => signal.Version)];
    }
}
