namespace Stateless.Reflection;

/// <summary>A method that the machine calls: a guard, an action or a destination selector.</summary>
public class InvocationInfo
{
    private readonly string _description;

    /// <param name="methodName">The name of the method; a compiler-made name stands for a lambda.</param>
    /// <param name="description">What the configuration calls it, or null.</param>
    /// <param name="timing">Whether it is awaited.</param>
    public InvocationInfo(string methodName, string description, Timing timing)
    {
        MethodName = methodName;
        _description = description;
        IsAsync = timing == Timing.Asynchronous;
    }

    /// <summary>Whether the method is awaited.</summary>
    public enum Timing
    {
        /// <summary>It returns when it is done.</summary>
        Synchronous,

        /// <summary>It returns a task.</summary>
        Asynchronous,
    }

    /// <summary>What a lambda without a description is called. "Function" unless set.</summary>
    public static string DefaultFunctionDescription { get; set; } = "Function";

    /// <summary>The name of the method, compiler-made ones included.</summary>
    public string MethodName { get; }

    /// <summary>The given description, else the method's name, else <see cref="DefaultFunctionDescription"/>.</summary>
    public string Description =>
        _description ?? (MethodName is null ? "<null>" : IsCompilerMade(MethodName) ? DefaultFunctionDescription : MethodName);

    /// <summary>Whether the method is awaited.</summary>
    public bool IsAsync { get; }

    internal static InvocationInfo Of(Delegate method, string description, Timing timing) => new(method.Method.Name, description, timing);

    private static bool IsCompilerMade(string name) => name.AsSpan().ContainsAny('<', '>', '`');
}
