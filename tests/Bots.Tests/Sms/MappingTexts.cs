using System.Text;
using System.Text.Json;
using Senim.Bots.Channels.Sms;
using Senim.Bots.Conversation.Turns;
using Senim.Intake.Privacy;

namespace Senim.Bots.Tests.Sms;

/// <summary>What a form means for us.</summary>
public sealed class MappingTexts
{
    private static readonly SmsMapping Mapping = new(new BlindIndex(KeyRing.Random()), TextForm.Account);

    public static TheoryData<string, string> Bodies => new()
    {
        { "мне нужен совет", "text 'мне нужен совет'" },
        { "", "text ''" },
        { "1", "text '1'" },
        { "көмек", "text 'көмек'" },
        { "a+b & c=d %20\r\n😀", "text 'a+b & c=d %20\r\n😀'" },
        { "STOP", "command stop" },
        { "Stop.", "command stop" },
        { "  стоп! ", "command stop" },
        { "«Стоп»", "command stop" },
        { "ТОҚТА", "command stop" },
        { "тоқтат", "command stop" },
        { "Токтат", "command stop" },
        { "токта", "command stop" },
        { "ОТПИСКА\u200b", "command stop" },
        { "START", "command unstop" },
        { "unstop", "command unstop" },
        { "Старт", "command unstop" },
        { "стоп, не бей меня", "text 'стоп, не бей меня'" },
        { "STOP STOP", "text 'STOP STOP'" },
        { "сто п", "text 'сто п'" },
        { "стопп", "text 'стопп'" },
        { "help", "text 'help'" },
        { "...", "text '...'" },
        { "/start", "command unstop" },
    };

    public static TheoryData<string[], string, string> Files => new()
    {
        { ["image/jpeg"], "", "Picture" },
        { ["image/jpeg"], "смотрите", "Picture 'смотрите'" },
        { ["image/png"], " ", "Picture" },
        { ["image/png"], "STOP", "Picture 'STOP'" },
        { ["image/png", "audio/amr"], "", "Voice" },
        { ["VIDEO/3gpp"], "", "Video" },
        { ["application/pdf"], "", "File" },
        { ["text/x-vcard"], "", "Ornament" },
        { [""], "", "File" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public void Words_are_words_and_a_stop_word_alone_is_a_command(string body, string meaning) =>
        Assert.Equal(meaning, Describe(Map(TextForm.Of(("Body", body))).Input));

    [Theory]
    [MemberData(nameof(Files))]
    public void Files_are_attachments_with_the_words_as_caption(string[] types, string body, string meaning)
    {
        var form = TextForm.Of(("Body", body), ("NumMedia", $"{types.Length}"), ("MessageSid", "MM0000000000000000000000000000000e"));
        for (var i = 0; i < types.Length; i++)
            form.Add($"MediaContentType{i}", types[i]).Add($"MediaUrl{i}", $"https://api.twilio.com/{i}");
        Assert.Equal(meaning, Describe(Map(form).Input));
    }

    [Fact]
    public void A_file_whose_kind_is_not_told_is_a_file() =>
        Assert.Equal("File", Describe(Map(TextForm.Of(("Body", ""), ("NumMedia", "10"))).Input));

    [Fact]
    public void One_number_is_one_conversation_and_one_id_one_delivery()
    {
        var first = Map(TextForm.Of());
        var same = Map(TextForm.Of(("Body", "другое")));
        var next = Map(TextForm.Of(("MessageSid", "SM00000000000000000000000000000010")));
        var other = Map(TextForm.Of(("From", "+77010000042")));

        Assert.Equal((first.Conversation, first.Delivery), (same.Conversation, same.Delivery));
        Assert.Equal(first.Conversation, next.Conversation);
        Assert.NotEqual(first.Delivery, next.Delivery);
        Assert.NotEqual(first.Conversation, other.Conversation);
        Assert.Equal(TextForm.Child, SmsMapping.Number(first.ReplyAddress!));
    }

    [Fact]
    public void No_id_number_or_city_goes_into_a_turn()
    {
        var turn = Map(TextForm.Of()) with { ReplyAddress = null };
        var told = JsonSerializer.Serialize(turn.Input) + turn;
        foreach (var marker in (string[])["МАРКЕРАУЫЛ", "0000000f", TextForm.Child[1..], "KZ"])
            Assert.DoesNotContain(marker, told, StringComparison.OrdinalIgnoreCase);
    }

    private static InboundTurn Map(TextForm form)
    {
        using var posted = PostedForm.Read(form.Encode())!;
        return Mapping.Map(IncomingSms.Read(posted, new OurNumber(TextForm.Account, TextForm.Number))!, DateTime.UnixEpoch, isLive: true);
    }

    private static string Describe(TurnInput input) => input switch
    {
        TurnInput.Text text => $"text '{text.Value}'",
        TurnInput.Command command => $"command {command.Name}",
        TurnInput.Attachment file => $"{file.Kind}{(file.Caption is { } caption ? $" '{caption}'" : "")}",
        _ => input.GetType().Name,
    };
}
