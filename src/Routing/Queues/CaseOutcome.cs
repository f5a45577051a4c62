namespace Senim.Routing.Queues;

/// <summary>How a case ended.</summary>
public enum CaseOutcome
{
    /// <summary>The child is safe and has the help needed.</summary>
    HelpGiven,

    /// <summary>The police go on with it.</summary>
    PassedToPolice,

    /// <summary>Another body goes on with it.</summary>
    PassedToOtherBody,

    /// <summary>A question was answered, advice was given.</summary>
    AdviceGiven,

    /// <summary>Looked into; what was told was not found so.</summary>
    NotConfirmed,

    /// <summary>Too little is known to find the child, and nobody answers.</summary>
    NotFound,

    /// <summary>The same case is worked on under another reference.</summary>
    Duplicate,

    /// <summary>A test or a joke.</summary>
    Test,
}
