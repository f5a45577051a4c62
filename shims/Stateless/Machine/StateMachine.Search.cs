namespace Stateless;

/// <content>Which rule answers a trigger.</content>
public partial class StateMachine<TState, TTrigger>
{
    private sealed class Search
    {
        /// <summary>The one rule whose guards are met, or null.</summary>
        public Rule Rule { get; set; }

        /// <summary>Descriptions of unmet guards; null when no state around knows the trigger, and for a caller that waits.</summary>
        public ICollection<string> Unmet { get; set; }
    }

    /// <summary>
    /// A state's own rules come before those of its superstate. Rules with awaitable guards are looked at by a caller that
    /// waits, and only in a state that has no other rules for the trigger.
    /// </summary>
    /// <exception cref="InvalidOperationException">The guards of two rules of one state are met.</exception>
    private static IEnumerable<Task> FindRule(StateNode from, Firing firing, Search search)
    {
        foreach (var node in from.Lineage)
        {
            if (!node.Rules.TryGetValue(firing.Trigger, out var all))
                continue;

            var unmet = new List<string>();
            var plain = all.Where(rule => !rule.IsAwaited).ToArray();
            foreach (var rule in plain.Length > 0 || !firing.CanAwait ? plain : [.. all])
            {
                var ofRule = new List<string>();
                foreach (var pending in Check(rule, firing.Arguments, ofRule))
                    yield return pending;
                unmet.AddRange(ofRule);
                if (ofRule.Count > 0)
                    continue;
                if (search.Rule is not null)
                    throw new InvalidOperationException(
                        $"Multiple permitted exit transitions are configured from state '{node.State}' for trigger '{firing.Trigger}'. Guard clauses must be mutually exclusive.");
                search.Rule = rule;
            }

            if (search.Rule is not null)
            {
                search.Unmet = [];
                yield break;
            }

            if (unmet.Count > 0 && !firing.CanAwait)
                search.Unmet = unmet;
        }
    }

    private static IEnumerable<Task> Check(Rule rule, object[] arguments, List<string> unmet)
    {
        foreach (var guard in rule.Guards)
        {
            bool isMet;
            if (guard.Plain is not null)
            {
                isMet = guard.Plain(arguments);
            }
            else
            {
                var answer = guard.Awaited(arguments);
                yield return answer;
                isMet = answer.GetAwaiter().GetResult();
            }

            if (!isMet)
                unmet.Add(guard.Info.Description);
        }
    }
}
