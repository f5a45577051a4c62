namespace Senim.Intake.Triage;

/// <summary>How soon a person must act, in rising order. Rules only ever raise it; a person alone may lower it.</summary>
public enum Urgency
{
    /// <summary>Advice, a one-off conflict, a question.</summary>
    Information = 0,

    /// <summary>Repeated bullying, neglect, threats online, worries.</summary>
    Standard = 1,

    /// <summary>Serious harm in the last days or likely to repeat; the abuser at home; sexual violence.</summary>
    Urgent = 2,

    /// <summary>Life or health in danger now.</summary>
    Emergency = 3,
}
