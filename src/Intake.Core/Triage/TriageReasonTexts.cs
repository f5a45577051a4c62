using Senim.Intake.Triage.Rules;

namespace Senim.Intake.Triage;

/// <summary>What the codes of reasons mean, for the people who act on them.</summary>
public static class TriageReasonTexts
{
    /// <summary>The text in <c>kk</c>, <c>ru</c> or <c>en</c>, English for any other language; the code itself when it is of a later version.</summary>
    public static string Text(string code, string language)
    {
        if (!SignCodes.All.TryGetValue(code, out var sign))
            return code;
        return sign.Texts.TryGetValue(language, out var text) ? text : sign.Texts["en"];
    }
}
