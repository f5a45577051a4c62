namespace Senim.Intake.Promises;

/// <summary>
/// <c>Senim:Promises</c>: by when each step is due. What is not set here stands as in <see cref="PromiseDefaults"/>; a region's
/// settings stand before the country's, step by step.
/// </summary>
public sealed class PromiseOptions : LevelPromises
{
    public const string Section = "Senim:Promises";

    /// <summary>Local time at which a working day begins. Default 09:00.</summary>
    public TimeOnly WorkingDayStart { get; set; } = new(9, 0);

    /// <summary>Local time at which a working day ends. Default 18:30.</summary>
    public TimeOnly WorkingDayEnd { get; set; } = new(18, 30);

    /// <summary>
    /// What comes in after this local time of a working day counts as received on the next one: "today" could hardly be kept, and would be
    /// due before an Urgent signal of the same minute.
    /// Default 17:30.
    /// </summary>
    public TimeOnly LastIntake { get; set; } = new(17, 30);

    /// <summary>Days off by decision of the government, besides the known holidays. Default none.</summary>
    public IList<DateOnly> DaysOff { get; } = [];

    /// <summary>Saturdays, Sundays or holidays that are worked by decision of the government. Default none.</summary>
    public IList<DateOnly> WorkingDays { get; } = [];

    /// <summary>Settings of single regions, by KATO code of the region (nine digits, for example <c>310000000</c>).</summary>
    public IDictionary<string, LevelPromises> Regions { get; } = new Dictionary<string, LevelPromises>(StringComparer.Ordinal);
}

/// <summary>The promises of each level of urgency; null: as in the country's settings or the defaults.</summary>
public class LevelPromises
{
    public StepPromises? Emergency { get; set; }

    public StepPromises? Urgent { get; set; }

    public StepPromises? Standard { get; set; }

    public StepPromises? Information { get; set; }
}

/// <summary>The promises of one level, step by step.</summary>
public sealed class StepPromises
{
    /// <summary>A person has looked at it.</summary>
    public StepPromise? FirstLook { get; set; }

    /// <summary>A named person goes on with it.</summary>
    public StepPromise? Assigned { get; set; }

    /// <summary>The visit or contact.</summary>
    public StepPromise? Visit { get; set; }

    /// <summary>Closed, or a plan is there.</summary>
    public StepPromise? Close { get; set; }

    /// <summary>A unit to which a case is passed has accepted it; counted from the passing. Later it goes back by itself.</summary>
    public StepPromise? Accept { get; set; }

    /// <summary>A second person has said whether it may be closed; counted from the asking.</summary>
    public StepPromise? Confirm { get; set; }
}

/// <summary>One step's term, counted from receipt. Where several are set, the latest of them is due.</summary>
public sealed class StepPromise
{
    /// <summary>Round the clock, for example <c>00:15:00</c>.</summary>
    public TimeSpan? Within { get; set; }

    /// <summary>Until the end of the working day so many working days after the one of receipt; 0: the same working day.</summary>
    public int? WorkingDays { get; set; }

    /// <summary>Until midnight of the day of receipt, worked or not.</summary>
    public bool SameDay { get; set; }
}
