namespace Telegram.Bot.Types.ReplyMarkups;

/// <summary>Rows may come from any sequence; a change works on a copy, so the caller's own stays as it was.</summary>
internal static class KeyboardRows
{
    public static IEnumerable<IEnumerable<TButton>> Of<TButton>(IEnumerable<TButton> row)
    {
        List<TButton> only = [.. row];
        return only.Count == 0 ? [] : [only];
    }

    public static IEnumerable<IEnumerable<TButton>> AddToLast<TButton>(IEnumerable<IEnumerable<TButton>> rows, TButton[] buttons)
    {
        List<IEnumerable<TButton>> changed = [.. rows];
        if (changed.Count == 0)
            return [[.. buttons]];
        changed[^1] = [.. changed[^1], .. buttons];
        return changed;
    }

    public static IEnumerable<IEnumerable<TButton>> AddRow<TButton>(IEnumerable<IEnumerable<TButton>> rows, TButton[] buttons) => [.. rows, [.. buttons]];
}
