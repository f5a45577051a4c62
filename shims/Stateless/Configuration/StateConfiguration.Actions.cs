namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <content>Actions of entering, leaving, activating and deactivating. Awaited ones need FireAsync, or ActivateAsync and DeactivateAsync.</content>
    public partial class StateConfiguration
    {
        /// <summary>Runs when the machine is activated in this state.</summary>
        public StateConfiguration OnActivate(Action activateAction, string activateActionDescription = null) =>
            AddTo(_node.ActivateActions, Callback.Of(activateAction).Named(activateActionDescription));

        /// <summary>Is awaited when the machine is activated in this state.</summary>
        public StateConfiguration OnActivateAsync(Func<Task> activateAction, string activateActionDescription = null) =>
            AddTo(_node.ActivateActions, Callback.Of(activateAction).Named(activateActionDescription));

        /// <summary>Runs when the machine is deactivated in this state.</summary>
        public StateConfiguration OnDeactivate(Action deactivateAction, string deactivateActionDescription = null) =>
            AddTo(_node.DeactivateActions, Callback.Of(deactivateAction).Named(deactivateActionDescription));

        /// <summary>Is awaited when the machine is deactivated in this state.</summary>
        public StateConfiguration OnDeactivateAsync(Func<Task> deactivateAction, string deactivateActionDescription = null) =>
            AddTo(_node.DeactivateActions, Callback.Of(deactivateAction).Named(deactivateActionDescription));

        /// <summary>Runs when the state is entered, after the machine's state has changed: an exception leaves the new state set.</summary>
        public StateConfiguration OnEntry(Action entryAction, string entryActionDescription = null) =>
            AddTo(_node.EntryActions, Callback.Of(entryAction).Named(entryActionDescription));

        public StateConfiguration OnEntry(Action<Transition> entryAction, string entryActionDescription = null) =>
            AddTo(_node.EntryActions, Callback.Of(entryAction).Named(entryActionDescription));

        /// <summary>Is awaited when the state is entered.</summary>
        public StateConfiguration OnEntryAsync(Func<Task> entryAction, string entryActionDescription = null) =>
            AddTo(_node.EntryActions, Callback.Of(entryAction).Named(entryActionDescription));

        public StateConfiguration OnEntryAsync(Func<Transition, Task> entryAction, string entryActionDescription = null) =>
            AddTo(_node.EntryActions, Callback.Of(entryAction).Named(entryActionDescription));

        /// <summary>Runs when the state is left, before the machine's state changes.</summary>
        public StateConfiguration OnExit(Action exitAction, string exitActionDescription = null) =>
            AddTo(_node.ExitActions, Callback.Of(exitAction).Named(exitActionDescription));

        public StateConfiguration OnExit(Action<Transition> exitAction, string exitActionDescription = null) =>
            AddTo(_node.ExitActions, Callback.Of(exitAction).Named(exitActionDescription));

        /// <summary>Is awaited when the state is left.</summary>
        public StateConfiguration OnExitAsync(Func<Task> exitAction, string exitActionDescription = null) =>
            AddTo(_node.ExitActions, Callback.Of(exitAction).Named(exitActionDescription));

        public StateConfiguration OnExitAsync(Func<Transition, Task> exitAction, string exitActionDescription = null) =>
            AddTo(_node.ExitActions, Callback.Of(exitAction).Named(exitActionDescription));
    }
}
