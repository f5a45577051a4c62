using Stateless.Reflection;

namespace Stateless;

/// <summary>
/// One condition of a transition, as plain or as awaitable code. A condition over typed arguments sees default values when
/// no arguments are given, and is unmet when they are too few or of other types: asking what is permitted never fails.
/// </summary>
internal sealed class Guard
{
    private Guard(Func<object[], bool> plain, Func<object[], Task<bool>> awaited, Delegate written, string description)
    {
        Plain = plain;
        Awaited = awaited;
        Info = InvocationInfo.Of(written, description, IsAwaited ? InvocationInfo.Timing.Asynchronous : InvocationInfo.Timing.Synchronous);
    }

    /// <summary>The condition, or null when it has to be awaited.</summary>
    public Func<object[], bool> Plain { get; }

    public Func<object[], Task<bool>> Awaited { get; }

    public bool IsAwaited => Plain is null;

    public InvocationInfo Info { get; }

    public static Guard[] None { get; } = [];

    public static Guard[] Over(Func<object[], bool> guard, string description) => [Plainly(guard, guard, description)];

    public static Guard[] When(Func<bool> guard, string description) => [Plainly(_ => guard(), guard, description)];

    public static Guard[] When<T0>(Func<T0, bool> guard, string description) => [Plainly(
        args => Arguments.TryGetOrDefault<T0>(args, 0, out var a) && guard(a), guard, description)];

    public static Guard[] When<T0, T1>(Func<T0, T1, bool> guard, string description) => [Plainly(
        args => Arguments.TryGetOrDefault<T0>(args, 0, out var a) && Arguments.TryGetOrDefault<T1>(args, 1, out var b) && guard(a, b), guard, description)];

    public static Guard[] When<T0, T1, T2>(Func<T0, T1, T2, bool> guard, string description) => [Plainly(
        args => Arguments.TryGetOrDefault<T0>(args, 0, out var a) && Arguments.TryGetOrDefault<T1>(args, 1, out var b)
            && Arguments.TryGetOrDefault<T2>(args, 2, out var c) && guard(a, b, c), guard, description)];

    public static Guard[] When(Func<Task<bool>> guard, string description) => [Awaiting(_ => guard(), guard, description)];

    public static Guard[] When<T0>(Func<T0, Task<bool>> guard, string description) => [Awaiting(
        args => Arguments.TryGetOrDefault<T0>(args, 0, out var a) ? guard(a) : Unmet, guard, description)];

    public static Guard[] When<T0, T1>(Func<T0, T1, Task<bool>> guard, string description) => [Awaiting(
        args => Arguments.TryGetOrDefault<T0>(args, 0, out var a) && Arguments.TryGetOrDefault<T1>(args, 1, out var b) ? guard(a, b) : Unmet, guard, description)];

    public static Guard[] When<T0, T1, T2>(Func<T0, T1, T2, Task<bool>> guard, string description) => [Awaiting(
        args => Arguments.TryGetOrDefault<T0>(args, 0, out var a) && Arguments.TryGetOrDefault<T1>(args, 1, out var b)
            && Arguments.TryGetOrDefault<T2>(args, 2, out var c) ? guard(a, b, c) : Unmet, guard, description)];

    public static Guard[] All(Tuple<Func<bool>, string>[] guards) => Each(guards, When);

    public static Guard[] All<T0>(Tuple<Func<T0, bool>, string>[] guards) => Each(guards, When);

    public static Guard[] All<T0, T1>(Tuple<Func<T0, T1, bool>, string>[] guards) => Each(guards, When);

    public static Guard[] All<T0, T1, T2>(Tuple<Func<T0, T1, T2, bool>, string>[] guards) => Each(guards, When);

    public static Guard[] All(Tuple<Func<Task<bool>>, string>[] guards) => Each(guards, When);

    public static Guard[] All<T0>(Tuple<Func<T0, Task<bool>>, string>[] guards) => Each(guards, When);

    public static Guard[] All<T0, T1>(Tuple<Func<T0, T1, Task<bool>>, string>[] guards) => Each(guards, When);

    public static Guard[] All<T0, T1, T2>(Tuple<Func<T0, T1, T2, Task<bool>>, string>[] guards) => Each(guards, When);

    private static Task<bool> Unmet => Task.FromResult(false);

    private static Guard[] Each<TGuard>(Tuple<TGuard, string>[] guards, Func<TGuard, string, Guard[]> one) =>
        guards is null ? throw new ArgumentNullException(nameof(guards)) : [.. guards.SelectMany(pair => one(pair.Item1, pair.Item2))];

    private static Guard Plainly(Func<object[], bool> test, Delegate guard, string description) =>
        new(test, null, guard ?? throw new ArgumentNullException(nameof(guard)), description);

    private static Guard Awaiting(Func<object[], Task<bool>> test, Delegate guard, string description) =>
        new(null, test, guard ?? throw new ArgumentNullException(nameof(guard)), description);
}
