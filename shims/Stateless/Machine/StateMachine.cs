namespace Stateless;

/// <summary>A machine of states and triggers. It is not safe for concurrent use.</summary>
/// <typeparam name="TState">The type of states.</typeparam>
/// <typeparam name="TTrigger">The type of triggers.</typeparam>
public partial class StateMachine<TState, TTrigger>
{
    // Ordered, because graphs show states and triggers as they were configured.
    private readonly OrderedDictionary<TState, StateNode> _nodes = [];
    private readonly Dictionary<TTrigger, TriggerWithParameters> _parameters = [];
    private readonly Func<TState> _stateAccessor;
    private readonly Action<TState> _stateMutator;
    private readonly FiringMode _firingMode;
    private readonly TState _initialState;

    /// <summary>A machine that keeps its state elsewhere and queues triggers.</summary>
    public StateMachine(Func<TState> stateAccessor, Action<TState> stateMutator)
        : this(stateAccessor, stateMutator, FiringMode.Queued)
    {
    }

    /// <summary>A machine that keeps its own state and queues triggers.</summary>
    public StateMachine(TState initialState)
        : this(initialState, FiringMode.Queued)
    {
    }

    /// <summary>A machine that keeps its state elsewhere.</summary>
    public StateMachine(Func<TState> stateAccessor, Action<TState> stateMutator, FiringMode firingMode)
    {
        _stateAccessor = stateAccessor ?? throw new ArgumentNullException(nameof(stateAccessor));
        _stateMutator = stateMutator ?? throw new ArgumentNullException(nameof(stateMutator));
        _firingMode = firingMode;
        _initialState = stateAccessor();
    }

    /// <summary>A machine that keeps its own state.</summary>
    public StateMachine(TState initialState, FiringMode firingMode)
    {
        var current = initialState;
        _stateAccessor = () => current;
        _stateMutator = state => current = state;
        _firingMode = firingMode;
        _initialState = initialState;
    }

    /// <summary>Whether what comes after an awaited action runs in the caller's synchronization context. Set it before any state is configured.</summary>
    public bool RetainSynchronizationContext { get; set; }

    /// <summary>The state the machine is in.</summary>
    public TState State
    {
        get => _stateAccessor();
        private set => _stateMutator(value);
    }

    /// <summary>Begins or continues the configuration of a state.</summary>
    public StateConfiguration Configure(TState state) => new(this, NodeFor(state));

    /// <summary>Whether the machine is in the state or in a substate of it.</summary>
    public bool IsInState(TState state) => Current.IsWithin(state);

    /// <summary>The state and what it permits without arguments.</summary>
    public override string ToString() =>
        $"StateMachine {{ State = {State}, PermittedTriggers = {{ {string.Join(", ", Permitted([]))} }}}}";

    private StateNode Current => Find(State);

    private static bool Same(TState one, TState other) => EqualityComparer<TState>.Default.Equals(one, other);

    private StateNode NodeFor(TState state)
    {
        if (!_nodes.TryGetValue(state, out var node))
            _nodes.Add(state, node = new StateNode(state));
        return node;
    }

    /// <summary>A state that nobody configured has no rules and no actions, and stays out of the graph.</summary>
    private StateNode Find(TState state) => _nodes.TryGetValue(state, out var node) ? node : new StateNode(state);
}
