namespace Stateless;

/// <content>
/// Firing. All of these throw <see cref="InvalidOperationException"/> when nothing answers the trigger (unless a handler of
/// unhandled triggers is set) and <see cref="ArgumentException"/> when there are arguments and not those of SetTriggerParameters.
/// In queued mode a trigger that is fired inside an action returns at once and is handled later.
/// </content>
public partial class StateMachine<TState, TTrigger>
{
    /// <summary>Fires a trigger without arguments.</summary>
    public void Fire(TTrigger trigger) => Raise(trigger, []);

    /// <summary>Fires a trigger with arguments of any number.</summary>
    public void Fire(TriggerWithParameters trigger, params object[] args) => Raise(TriggerOf(trigger), args ?? []);

    /// <summary>Fires a trigger with an argument.</summary>
    public void Fire<TArg0>(TriggerWithParameters<TArg0> trigger, TArg0 arg0) => Raise(TriggerOf(trigger), [arg0]);

    /// <summary>Fires a trigger with two arguments.</summary>
    public void Fire<TArg0, TArg1>(TriggerWithParameters<TArg0, TArg1> trigger, TArg0 arg0, TArg1 arg1) =>
        Raise(TriggerOf(trigger), [arg0, arg1]);

    /// <summary>Fires a trigger with three arguments.</summary>
    public void Fire<TArg0, TArg1, TArg2>(TriggerWithParameters<TArg0, TArg1, TArg2> trigger, TArg0 arg0, TArg1 arg1, TArg2 arg2) =>
        Raise(TriggerOf(trigger), [arg0, arg1, arg2]);

    /// <summary>Fires a trigger without arguments and awaits its actions.</summary>
    public Task FireAsync(TTrigger trigger) => RaiseAsync(trigger, []);

    /// <summary>Fires a trigger with arguments of any number and awaits its actions.</summary>
    public Task FireAsync(TTrigger trigger, params object[] args) => RaiseAsync(trigger, args ?? []);

    /// <summary>Fires a trigger with arguments of any number and awaits its actions.</summary>
    public Task FireAsync(TriggerWithParameters trigger, params object[] args) => RaiseAsync(TriggerOf(trigger), args ?? []);

    /// <summary>Fires a trigger with an argument and awaits its actions.</summary>
    public Task FireAsync<TArg0>(TriggerWithParameters<TArg0> trigger, TArg0 arg0) => RaiseAsync(TriggerOf(trigger), [arg0]);

    /// <summary>Fires a trigger with two arguments and awaits its actions.</summary>
    public Task FireAsync<TArg0, TArg1>(TriggerWithParameters<TArg0, TArg1> trigger, TArg0 arg0, TArg1 arg1) =>
        RaiseAsync(TriggerOf(trigger), [arg0, arg1]);

    /// <summary>Fires a trigger with three arguments and awaits its actions.</summary>
    public Task FireAsync<TArg0, TArg1, TArg2>(TriggerWithParameters<TArg0, TArg1, TArg2> trigger, TArg0 arg0, TArg1 arg1, TArg2 arg2) =>
        RaiseAsync(TriggerOf(trigger), [arg0, arg1, arg2]);

    internal static TTrigger TriggerOf(TriggerWithParameters trigger) =>
        (trigger ?? throw new ArgumentNullException(nameof(trigger))).Trigger;
}
