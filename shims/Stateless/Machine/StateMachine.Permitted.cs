namespace Stateless;

/// <content>
/// Questions about what could be fired. CanFire does not see transitions with awaitable guards; the plain lists of triggers
/// block until such guards have answered. A guard over arguments sees default values when none are supplied.
/// </content>
public partial class StateMachine<TState, TTrigger>
{
    private const string UseAsyncInstead = "Blocks on awaitable guards: use GetPermittedTriggersAsync or PermittedTriggersAsync.";

    /// <summary>Triggers that are permitted without arguments.</summary>
    public Task<IEnumerable<TTrigger>> PermittedTriggersAsync => GetPermittedTriggersAsync();

    /// <summary>Triggers that are permitted without arguments.</summary>
    [Obsolete(UseAsyncInstead)]
    public IEnumerable<TTrigger> PermittedTriggers => Permitted([]);

    /// <summary>Triggers that are permitted with the arguments.</summary>
    [Obsolete(UseAsyncInstead)]
    public IEnumerable<TTrigger> GetPermittedTriggers(params object[] args) => Permitted(args ?? []);

    /// <summary>Triggers that are permitted with the arguments.</summary>
    public async Task<IEnumerable<TTrigger>> GetPermittedTriggersAsync(params object[] args)
    {
        var permitted = new List<TTrigger>();
        await DriveAsync(Collect(Current, args ?? [], permitted)).ConfigureAwait(RetainSynchronizationContext);
        return permitted;
    }

    /// <summary>Triggers that are permitted with the arguments, and the parameters each was given.</summary>
    public async Task<IEnumerable<TriggerDetails<TState, TTrigger>>> GetDetailedPermittedTriggers(params object[] args)
    {
        var permitted = await GetPermittedTriggersAsync(args).ConfigureAwait(RetainSynchronizationContext);
        return permitted.Select(trigger => new TriggerDetails<TState, TTrigger>(trigger, _parameters.GetValueOrDefault(trigger))).ToList();
    }

    /// <summary>Whether something answers the trigger.</summary>
    public bool CanFire(TTrigger trigger) => CanFire(trigger, [], out _);

    /// <summary>Whether something answers the trigger with the argument.</summary>
    public bool CanFire<TArg0>(TriggerWithParameters<TArg0> trigger, TArg0 arg0) => CanFire(TriggerOf(trigger), [arg0], out _);

    /// <summary>Whether something answers the trigger with the arguments.</summary>
    public bool CanFire<TArg0, TArg1>(TriggerWithParameters<TArg0, TArg1> trigger, TArg0 arg0, TArg1 arg1) =>
        CanFire(TriggerOf(trigger), [arg0, arg1], out _);

    /// <summary>Whether something answers the trigger with the arguments.</summary>
    public bool CanFire<TArg0, TArg1, TArg2>(TriggerWithParameters<TArg0, TArg1, TArg2> trigger, TArg0 arg0, TArg1 arg1, TArg2 arg2) =>
        CanFire(TriggerOf(trigger), [arg0, arg1, arg2], out _);

    /// <summary>As CanFire; the unmet guards are null when no state knows the trigger.</summary>
    public bool CanFire(TTrigger trigger, out ICollection<string> unmetGuards) => CanFire(trigger, [], out unmetGuards);

    /// <inheritdoc cref="CanFire(TTrigger, out ICollection{string})" />
    public bool CanFire<TArg0>(TriggerWithParameters<TArg0> trigger, TArg0 arg0, out ICollection<string> unmetGuards) =>
        CanFire(TriggerOf(trigger), [arg0], out unmetGuards);

    /// <inheritdoc cref="CanFire(TTrigger, out ICollection{string})" />
    public bool CanFire<TArg0, TArg1>(
        TriggerWithParameters<TArg0, TArg1> trigger, TArg0 arg0, TArg1 arg1, out ICollection<string> unmetGuards) =>
        CanFire(TriggerOf(trigger), [arg0, arg1], out unmetGuards);

    /// <inheritdoc cref="CanFire(TTrigger, out ICollection{string})" />
    public bool CanFire<TArg0, TArg1, TArg2>(
        TriggerWithParameters<TArg0, TArg1, TArg2> trigger, TArg0 arg0, TArg1 arg1, TArg2 arg2, out ICollection<string> unmetGuards) =>
        CanFire(TriggerOf(trigger), [arg0, arg1, arg2], out unmetGuards);

    private bool CanFire(TTrigger trigger, object[] arguments, out ICollection<string> unmetGuards)
    {
        var search = new Search();
        Drive(FindRule(Current, new Firing(trigger, arguments, CanAwait: false), search));
        unmetGuards = search.Unmet;
        return search.Rule is not null;
    }

    private List<TTrigger> Permitted(object[] arguments)
    {
        var permitted = new List<TTrigger>();
        foreach (var pending in Collect(Current, arguments, permitted))
            pending.GetAwaiter().GetResult();
        return permitted;
    }

    private static IEnumerable<Task> Collect(StateNode from, object[] arguments, List<TTrigger> permitted)
    {
        foreach (var rule in from.Lineage.SelectMany(AllRules))
        {
            if (permitted.Contains(rule.Trigger))
                continue;
            var unmet = new List<string>();
            foreach (var pending in Check(rule, arguments, unmet))
                yield return pending;
            if (unmet.Count == 0)
                permitted.Add(rule.Trigger);
        }
    }
}
