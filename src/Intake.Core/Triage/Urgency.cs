namespace Senim.Intake.Triage;

/// <summary>How soon a person must act, in rising order. Rules only ever raise it; a person alone may lower it.</summary>
public enum Urgency
{
    /// <summary>Advice, a question; nobody is reported harmed.</summary>
    Information = 0,

    /// <summary>Words without violence, a one-off conflict, bullying, neglect, a vague worry.</summary>
    Standard = 1,

    /// <summary>Serious harm that is over for today, or that happens again and again; sexual violence.</summary>
    Urgent = 2,

    /// <summary>Life or health in danger now or within hours.</summary>
    Emergency = 3,
}
