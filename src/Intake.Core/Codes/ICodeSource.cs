namespace Senim.Intake.Codes;

/// <summary>Where codes come from.</summary>
public interface ICodeSource
{
    /// <summary>Sixteen digits that <see cref="AccessCode.Read"/> reads.</summary>
    string New();
}

/// <summary>Codes that nobody can foresee.</summary>
internal sealed class RandomCodes : ICodeSource
{
    public string New() => AccessCode.New();
}
