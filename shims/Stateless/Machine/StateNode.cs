namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>What is configured for one state.</summary>
    internal sealed class StateNode(TState state)
    {
        private readonly List<StateNode> _substates = [];
        private StateNode _superstate;

        public TState State { get; } = state;

        public OrderedDictionary<TTrigger, List<Rule>> Rules { get; } = [];

        public List<Callback> EntryActions { get; } = [];

        public List<Callback> ExitActions { get; } = [];

        public List<Callback> ActivateActions { get; } = [];

        public List<Callback> DeactivateActions { get; } = [];

        public bool HasInitialTransition { get; private set; }

        public TState InitialTransitionTarget { get; private set; }

        public IReadOnlyList<StateNode> Substates => _substates;

        public StateNode Superstate
        {
            get => _superstate;
            set
            {
                _superstate?._substates.Remove(this);
                _superstate = value;
                value._substates.Add(this);
            }
        }

        /// <summary>This state and those around it, from the inside out.</summary>
        public IEnumerable<StateNode> Lineage
        {
            get
            {
                for (var node = this; node is not null; node = node.Superstate)
                    yield return node;
            }
        }

        public void Add(Rule rule)
        {
            if (!Rules.TryGetValue(rule.Trigger, out var rules))
                Rules.Add(rule.Trigger, rules = []);
            rules.Add(rule);
        }

        public void SetInitialTransition(TState target)
        {
            HasInitialTransition = true;
            InitialTransitionTarget = target;
        }

        public bool IsWithin(TState state) => Lineage.Any(node => Same(node.State, state));

        public bool Includes(TState state) => Same(State, state) || _substates.Any(node => node.Includes(state));
    }
}
