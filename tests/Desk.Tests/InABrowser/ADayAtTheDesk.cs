using Senim.Desk.Tests.World;
using Senim.Intake;
using Senim.Intake.Evidence;
using Senim.Intake.Signals;
using Senim.Intake.Triage;
using Senim.Routing.Queues;

namespace Senim.Desk.Tests.InABrowser;

/// <summary>Signals of every kind in one queue, to be looked at.</summary>
internal static class ADayAtTheDesk
{
    /// <summary>A picture of the most urgent one that may be opened.</summary>
    public static Guid Picture { get; } = Guid.Parse("0197a0b0-0000-7000-8000-0000000000a1");

    /// <summary>Returns the most urgent one, which nobody has taken.</summary>
    public static async Task<QueueLine> FillAsync(DeskWorld world)
    {
        var old = await world.SignalAsync(
            urgency: Urgency.Urgent,
            with: signal => signal with { Categories = ["physical", "witness"], Language = Language.Ru, Channel = ChannelKind.WebChat });
        await world.TakeAsync("temirtau2", old.ItemId);
        await world.SignalAsync(urgency: Urgency.Urgent, with: signal => signal with { Categories = ["cyberbullying"], Language = Language.Ru });
        world.Clock.Move(TimeSpan.FromMinutes(75));
        await world.SignalAsync(urgency: Urgency.Information, with: signal => signal with { Categories = ["question"], Channel = ChannelKind.Sms });
        await world.SignalAsync(with: signal => signal with { Incomplete = true, Categories = [] });
        var now = world.Clock.NowUtc();
        var emergency = await world.SignalAsync(
            urgency: Urgency.Emergency,
            content: new SignalContent
            {
                Story =
                [
                    new StoryPart("Көршінің баласы далада қалды, есік жабық, ол тоңып тұр", now, "story"),
                    new StoryPart("Мектептің жанындағы бес қабатты үй.\nҮйде ешкім жоқ сияқты.", now.AddMinutes(1), "danger"),
                    new StoryPart("Он ещё там, стоит у подъезда", now.AddMinutes(4), null),
                ],
                Answers = [new SignalAnswer("safe", ["not_safe"]), new SignalAnswer("what", ["neglect", "conditions"]), new SignalAnswer("place", [Units.Temirtau])],
                Reasons = [new TriageReason("тоңып тұр", "locked_out_cold"), new TriageReason("", "answered_not_safe")],
                PlaceText = "темиртау 7 шағын аудан",
                UnheardMedia = 1,
            },
            with: signal => signal with { Categories = ["neglect", "conditions"] },
            files:
            [
                File(1, now) with { Id = Picture },
                File(2, now) with { Kind = MediaKind.Voice, Type = FileType.Ogg },
                File(3, now) with { Held = HoldReason.Named },
                File(4, now) with { Kind = MediaKind.Voice, Type = FileType.Ogg, Held = HoldReason.WithoutWords },
                File(5, now) with { Kind = MediaKind.Video, State = EvidenceState.Waiting },
                File(6, now) with { Kind = MediaKind.File, State = EvidenceState.TooLarge },
            ],
            unparsed: new UnparsedTurn("{\"kind\":\"sticker\"}", now.AddMinutes(2)));
        world.Clock.Move(TimeSpan.FromMinutes(6));
        return emergency;
    }

    private static EvidenceItem File(int number, DateTime receivedUtc) => new()
    {
        Id = Guid.CreateVersion7(),
        Number = number,
        Kind = MediaKind.Picture,
        State = EvidenceState.Stored,
        Type = FileType.Jpeg,
        Bytes = 2_345_678,
        ReceivedUtc = receivedUtc.AddMinutes(number),
    };
}
