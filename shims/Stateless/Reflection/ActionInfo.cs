namespace Stateless.Reflection;

/// <summary>An entry action and the trigger it is limited to.</summary>
public class ActionInfo
{
    /// <param name="method">The method that runs.</param>
    /// <param name="fromTrigger">The name of the only trigger it runs for, or null when it runs for all.</param>
    public ActionInfo(InvocationInfo method, string fromTrigger)
    {
        Method = method;
        FromTrigger = fromTrigger;
    }

    /// <summary>The method that runs.</summary>
    public InvocationInfo Method { get; }

    /// <summary>The name of the only trigger it runs for, or null when it runs for all.</summary>
    public string FromTrigger { get; }
}
