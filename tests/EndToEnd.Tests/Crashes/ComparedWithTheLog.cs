using Senim.EndToEnd.Tests.Harness;
using Senim.Routing.Departments;

namespace Senim.EndToEnd.Tests.Crashes;

/// <summary>Everything that was told, compared word for word with what is stored and queued.</summary>
internal static class ComparedWithTheLog
{
    public static async Task CheckAsync(HostFolder folder, IReadOnlyCollection<ToldReport> told)
    {
        await using var stores = new NodeStores(folder);
        var signals = await stores.ReadSignalsAsync();
        var items = await stores.ReadItemsAsync();
        var faults = new List<string>();

        var owners = told.SelectMany(report => Words(report.Typed).Distinct().Select(word => (word, report.Chat)))
            .GroupBy(pair => pair.word).Where(group => group.Count() == 1).ToDictionary(group => group.Key, group => group.First().Chat);
        var signalsByChat = signals.ToLookup(signal => Words(signal.Texts).Where(owners.ContainsKey).Select(word => owners[word]).FirstOrDefault());
        foreach (var report in told)
            faults.AddRange(Compare(report, [.. signalsByChat[report.Chat]], items));
        foreach (var stray in signalsByChat[0])
            faults.Add($"signal {stray.Row.Id:N} holds no word that anybody told: {string.Join(" / ", stray.Texts)}");
        foreach (var item in items.Where(item => signals.All(signal => signal.Row.Id != item.SignalId)))
            faults.Add($"item {item.Id:N} stands for no signal");

        Assert.True(faults.Count == 0, $"{told.Count} reports, {signals.Count} signals, {items.Count} items.{Environment.NewLine}{string.Join(Environment.NewLine, faults.Take(20))}");
    }

    private static IEnumerable<string> Compare(ToldReport report, IReadOnlyList<StoredSignal> signals, IReadOnlyList<Routing.Queues.QueueItem> items)
    {
        if (signals is not [var signal])
        {
            yield return $"chat {report.Chat} has {signals.Count} signals";
            yield break;
        }

        // Word for word and in order: a text that is lost, doubled, moved or in another's signal makes the lists differ.
        if (!Words(signal.Texts).SequenceEqual(Words(report.Typed)))
            yield return $"chat {report.Chat} told '{string.Join(" / ", report.Typed)}' and '{string.Join(" / ", signal.Texts)}' is stored";
        if (signal.Opened.Unparsed.Count > 0)
            yield return $"chat {report.Chat} has {signal.Opened.Unparsed.Count} texts that were not understood";
        if (signal.Row.Urgency != report.Urgency || signal.Row.PlaceCode != report.PlaceCode)
            yield return $"chat {report.Chat} is {signal.Row.Urgency} at {signal.Row.PlaceCode}, not {report.Urgency} at {report.PlaceCode}";
        var queued = items.Where(item => item.SignalId == signal.Row.Id).ToList();
        if (queued is not [var only])
            yield return $"chat {report.Chat} has {queued.Count} items in queues";
        else if (only.Urgency != report.Urgency || only.SignalVersion != signal.Row.Version || only.UnitCode != (report.PlaceCode ?? OwningUnit.NationalCode))
            yield return $"chat {report.Chat} is queued as {only.Urgency} in {only.UnitCode}, version {only.SignalVersion} of {signal.Row.Version}";
    }

    private static IEnumerable<string> Words(IEnumerable<string> texts) =>
        texts.SelectMany(text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
