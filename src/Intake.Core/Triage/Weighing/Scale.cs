namespace Senim.Intake.Triage.Weighing;

/// <summary>What the weights measure. Each feature has one weight for each of these.</summary>
internal enum Scale
{
    /// <summary>An Emergency rather than less.</summary>
    Emergency,

    /// <summary>At least Urgent rather than less.</summary>
    Urgent,

    /// <summary>At least Standard rather than Information.</summary>
    Standard,

    /// <summary>Among Emergencies, the writer's own wish to die.</summary>
    Self,

    /// <summary>Among Emergencies, a body in danger rather than an attack.</summary>
    Body,
}

/// <summary>A sum on each scale.</summary>
[System.Runtime.CompilerServices.InlineArray(Scales)]
internal struct Sums
{
    public const int Scales = 5;
    private float _first;

    public readonly float this[Scale scale] => this[(int)scale];
}
