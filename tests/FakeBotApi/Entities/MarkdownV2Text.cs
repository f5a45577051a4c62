using System.Text;

namespace Senim.FakeBotApi.Entities;

/// <summary>MarkdownV2: every reserved character outside of an entity is escaped, entities nest and are closed in order.</summary>
internal sealed class MarkdownV2Text
{
    private const string Reserved = "_*[]()~`>#+-=|{}.!";
    private static readonly string[] Marks = ["__", "||", "_", "*", "~"];
    private readonly string _text;
    private readonly StringBuilder _result = new();
    private readonly List<TextEntity> _entities = [];
    private readonly Stack<(string Mark, int Start, int At)> _open = new();
    private int _at;

    private MarkdownV2Text(string text) => _text = text;

    public static FormattedText Parse(string text) => new MarkdownV2Text(text).Parse();

    private static string TypeOf(string mark) => mark switch
    {
        "__" => "underline",
        "||" => "spoiler",
        "_" => "italic",
        "*" => "bold",
        "~" => "strikethrough",
        _ => "text_link",
    };

    private FormattedText Parse()
    {
        while (_at < _text.Length)
            ReadNext();
        if (_open.TryPeek(out var unclosed))
            throw EntityErrors.CannotParse($"Can't find end of {Name(unclosed.Mark)} entity at byte offset {EntityErrors.ByteOffset(_text, unclosed.At)}");
        return new FormattedText(_result.ToString(), [.. _entities.OrderBy(entity => entity.Offset).ThenByDescending(entity => entity.Length)]);
    }

    private void ReadNext()
    {
        var character = _text[_at];
        if (character == '\\' && _at + 1 < _text.Length && _text[_at + 1] is > '\0' and < '\u007f')
        {
            _result.Append(_text[_at + 1]);
            _at += 2;
        }
        else if (character == '`')
            ReadCode(StartsWith("```") ? "```" : "`");
        else if (character == '[' || StartsWith("!["))
        {
            _open.Push(("[", _result.Length, _at));
            _at += character == '[' ? 1 : 2;
        }
        else if (character == ']' && _open.TryPeek(out var link) && link.Mark == "[")
            CloseLink();
        else if (character == '>' && (_at == 0 || _text[_at - 1] == '\n'))
            _at++;
        else if (Array.Find(Marks, StartsWith) is { } mark)
            OpenOrClose(mark);
        else if (Reserved.Contains(character, StringComparison.Ordinal))
            throw EntityErrors.CannotParse($"Character '{character}' is reserved and must be escaped with the preceding '\\'");
        else
        {
            _result.Append(character);
            _at++;
        }
    }

    private void OpenOrClose(string mark)
    {
        if (_open.TryPeek(out var open) && open.Mark == mark)
        {
            _open.Pop();
            Add(TypeOf(mark), open.Start, null);
        }
        else
            _open.Push((mark, _result.Length, _at));
        _at += mark.Length;
    }

    private void ReadCode(string fence)
    {
        var begin = _at;
        var start = _result.Length;
        for (_at += fence.Length; _at < _text.Length && !StartsWith(fence); _at++)
        {
            if (_text[_at] == '\\' && _at + 1 < _text.Length)
                _at++;
            _result.Append(_text[_at]);
        }

        if (_at >= _text.Length)
            throw EntityErrors.CannotParse($"Can't find end of {(fence == "`" ? "Code" : "Pre")} entity at byte offset {EntityErrors.ByteOffset(_text, begin)}");
        _at += fence.Length;
        Add(fence == "`" ? "code" : "pre", start, null);
    }

    private void CloseLink()
    {
        var start = _open.Pop().Start;
        _at++;
        if (!StartsWith("("))
        {
            Add("text_link", start, _result.ToString(start, _result.Length - start));
            return;
        }

        var url = new StringBuilder();
        for (_at++; _at < _text.Length && _text[_at] != ')'; _at++)
        {
            if (_text[_at] == '\\' && _at + 1 < _text.Length)
                _at++;
            url.Append(_text[_at]);
        }

        if (_at >= _text.Length)
            throw EntityErrors.CannotParse("Can't find end of a URL");
        _at++;
        Add("text_link", start, url.ToString());
    }

    private void Add(string type, int start, string? url)
    {
        var length = _result.Length - start;
        if (length > 0 && (url is null || Uri.TryCreate(url, UriKind.Absolute, out _)))
            _entities.Add(new TextEntity(type, start, length, url));
    }

    private bool StartsWith(string mark) => string.CompareOrdinal(_text, _at, mark, 0, mark.Length) == 0;

    private static string Name(string mark)
    {
        var type = mark == "[" ? "TextUrl" : TypeOf(mark);
        return char.ToUpperInvariant(type[0]) + type[1..];
    }
}
