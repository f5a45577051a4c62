using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Telegram.Bot.Serialization;

namespace Telegram.Bot.Types;

/// <summary>A file to send.</summary>
[JsonConverter(typeof(InputFileConverter))]
public abstract class InputFile
{
}

/// <summary>A file whose bytes go with the request.</summary>
[JsonConverter(typeof(InputFileConverter))]
public class InputFileStream : InputFile
{
    [SetsRequiredMembers]
    public InputFileStream(Stream content, string? fileName = null)
    {
        Content = content;
        FileName = fileName;
    }

    public InputFileStream()
    {
    }

    /// <summary>Read from its start when it can seek; stays the caller's.</summary>
    public required Stream Content { get; set; }

    public string? FileName { get; }

    public static implicit operator InputFileStream(Stream stream) => new(stream);
}
