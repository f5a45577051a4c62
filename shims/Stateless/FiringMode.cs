namespace Stateless;

/// <summary>What becomes of a trigger that is fired while another one is being handled.</summary>
public enum FiringMode
{
    /// <summary>It is handled at once, inside the action that fired it.</summary>
    Immediate,

    /// <summary>It waits until the present trigger is done. The default.</summary>
    Queued,
}
