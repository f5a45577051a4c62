using Stateless.Reflection;

namespace Stateless;

/// <content>Description of the configuration, for graphs and documents.</content>
public partial class StateMachine<TState, TTrigger>
{
    /// <summary>Describes what is configured now.</summary>
    public StateMachineInfo GetInfo()
    {
        var infos = new OrderedDictionary<TState, StateInfo>();
        foreach (var node in _nodes.Values)
            infos.Add(node.State, Describe(node));
        foreach (var destination in _nodes.Values.SelectMany(AllRules).OfType<FixedRule>().Select(rule => rule.Destination))
            infos.TryAdd(destination, new StateInfo(destination));
        foreach (var node in _nodes.Values)
            Relate(node, infos);

        var initial = infos.TryGetValue(_initialState, out var known) ? known : new StateInfo(_initialState);
        return new StateMachineInfo(initial, infos.Values, typeof(TState), typeof(TTrigger));
    }

    private static IEnumerable<Rule> AllRules(StateNode node) => node.Rules.Values.SelectMany(rules => rules);

    private static StateInfo Describe(StateNode node) => new(node.State)
    {
        EntryActions = node.EntryActions.ConvertAll(action => action.EntryInfo),
        ExitActions = node.ExitActions.ConvertAll(action => action.Info),
        ActivateActions = node.ActivateActions.ConvertAll(action => action.Info),
        DeactivateActions = node.DeactivateActions.ConvertAll(action => action.Info),
        IgnoredTriggers = AllRules(node).OfType<IgnoreRule>()
            .Select(rule => new IgnoredTransitionInfo(new TriggerInfo(rule.Trigger), rule.GuardInfos)).ToList(),
        DynamicTransitions = AllRules(node).OfType<DynamicRule>()
            .Select(rule => DynamicTransitionInfo.Create(rule.Trigger, rule.GuardInfos, rule.Selector.Info, rule.Possible)).ToList(),
    };

    private static void Relate(StateNode node, OrderedDictionary<TState, StateInfo> infos)
    {
        var info = infos[node.State];
        info.Superstate = node.Superstate is null ? null : infos[node.Superstate.State];
        info.Substates = node.Substates.Select(substate => infos[substate.State]).ToList();
        info.FixedTransitions = node.Rules.Values.SelectMany(rules => FixedTransitions(rules, node, infos)).ToList();
    }

    /// <summary>For one trigger: transitions, then reentries, then internal ones.</summary>
    private static IEnumerable<FixedTransitionInfo> FixedTransitions(
        List<Rule> rules, StateNode node, OrderedDictionary<TState, StateInfo> infos)
    {
        foreach (var rule in rules.OfType<FixedRule>())
            yield return new(new TriggerInfo(rule.Trigger), rule.GuardInfos, infos[rule.Destination], isInternal: false);
        foreach (var rule in rules.OfType<ReentryRule>())
            yield return new(new TriggerInfo(rule.Trigger), rule.GuardInfos, infos[rule.Owner], isInternal: false);
        foreach (var rule in rules.OfType<InternalRule>())
            yield return new(new TriggerInfo(rule.Trigger), rule.GuardInfos, infos[node.State], isInternal: true);
    }
}
