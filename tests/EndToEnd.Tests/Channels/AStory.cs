using Senim.EndToEnd.Tests.Harness;

namespace Senim.EndToEnd.Tests.Channels;

/// <summary>A child tells what happens at home, in one of the three languages, up to the receipt.</summary>
/// <param name="Language">Its code.</param>
/// <param name="Words">In the child's own words.</param>
/// <param name="Place">As the child types it.</param>
/// <param name="Officer">The demo account of that place's unit.</param>
/// <param name="Stranger">One of another unit.</param>
/// <param name="UrgentMark">How the desk names the urgency to that officer.</param>
public sealed record AStory(string Language, string Words, string Place, string Officer, string Stranger, string UrgentMark)
{
    public static TheoryData<string> Languages => new("kk", "ru", "en");

    public static AStory In(string language) => language switch
    {
        "kk" => new AStory("kk", "Ағам мені жиі ұрады, үйге барғым келмейді.", "Тараз", "taraz", "almaly", "Срочный"),
        "ru" => new AStory("ru", "Отчим часто бьёт меня, домой идти не хочется.", "Алмалинский район Алматы", "almaly", "taraz", "Шұғыл"),
        _ => new AStory("en", "My uncle often beats me, I do not want to go home.", "Taraz", "taraz", "almaly", "Срочный"),
    };

    /// <returns>The receipt.</returns>
    internal Task<string> TellAsync(IReporter child, string contact = "skip") => TellAsync(child, "unsure", "physical", contact, ["age", "recuse"]);

    /// <summary>Something that can wait, from the same place.</summary>
    internal Task<string> TellCalmlyAsync(IReporter child) => TellAsync(child, "safe", "bullying", "skip", ["age", "offender", "recuse"]);

    /// <param name="unsaid">The questions that the words do not answer; they are passed over.</param>
    private async Task<string> TellAsync(IReporter child, string safe, string what, string contact, IReadOnlyList<string> unsaid)
    {
        await child.StartAsync();
        await child.PressAsync($"language:{Language}");
        await child.PressAsync($"safe:{safe}");
        await child.PressAsync("forwhom:me");
        await child.PressAsync($"what:{what}");
        await child.PressAsync("what:done");
        await child.WaitForAsync("story:done");
        await child.TypeAsync(Words);
        await child.PressAsync("story:done");
        await child.PressAsync("when:when_week");
        await child.PressAsync("ongoing:ongoing_yes");
        await child.WaitForAsync("place:list");
        await child.TypeAsync(Place);
        await child.PressAsync("confirm:yes");

        foreach (var question in unsaid)
            await child.PressAsync($"{question}:skip");
        await child.PressAsync($"contact:{contact}");
        await child.PressAsync("review:send");
        return await child.WaitForAsync("receipt:place");
    }
}
