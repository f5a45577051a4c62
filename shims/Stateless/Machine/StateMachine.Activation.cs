namespace Stateless;

/// <content>Activation of the present state, for machines that are loaded from storage. Transitions neither activate nor deactivate.</content>
public partial class StateMachine<TState, TTrigger>
{
    /// <summary>Runs the activation actions of the present state, those of superstates first.</summary>
    public void Activate() => Drive(Activation(canAwait: false));

    /// <summary>As <see cref="Activate"/>, awaited.</summary>
    public Task ActivateAsync() => DriveAsync(Activation(canAwait: true));

    /// <summary>Runs the deactivation actions of the present state, those of superstates last.</summary>
    public void Deactivate() => Drive(Deactivation(canAwait: false));

    /// <summary>As <see cref="Deactivate"/>, awaited.</summary>
    public Task DeactivateAsync() => DriveAsync(Deactivation(canAwait: true));

    private IEnumerable<Task> Activation(bool canAwait) =>
        from node in Current.Lineage.Reverse()
        from action in node.ActivateActions
        from pending in action.Run(null, [], canAwait, $"OnActivate for '{node.State}' state", "Activate [ActivateAsync]")
        select pending;

    private IEnumerable<Task> Deactivation(bool canAwait) =>
        from node in Current.Lineage
        from action in node.DeactivateActions
        from pending in action.Run(null, [], canAwait, $"OnDeactivate for '{node.State}' state", "Deactivate [DeactivateAsync]")
        select pending;
}
