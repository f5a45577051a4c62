namespace Senim.Intake.Places.Matching;

/// <summary>What the words around a place say about whether the child is there.</summary>
internal enum Presence
{
    /// <summary>Nothing: "12 школа в Таразе".</summary>
    Open,

    /// <summary>"Живу в Таразе", "Таразға көштік", "Таразданмын".</summary>
    Lives,

    /// <summary>"Меня бьют в Таразе", "мы из Тараза".</summary>
    Here,

    /// <summary>"Раньше жили в Таразе", "Тараздан көшіп келдік".</summary>
    Before,

    /// <summary>Somebody else is there, or a journey leads there: "мама уехала в Тараз", "ағам Таразда қызмет етеді".</summary>
    Passing,
}

/// <summary>Which way the words lead.</summary>
internal enum Heading
{
    Unsaid,
    At,
    To,
    From,
}
