using Stateless;

namespace Senim.Shims.Stateless.Tests;

public class AwaitingActions
{
    [Fact]
    public void A_plain_fire_that_reaches_an_awaited_entry_action_fails_in_the_new_state()
    {
        var house = new House(Place.Garden);
        house.Configure(Place.Garden).Permit(Walk.Enter, Place.Hall);
        house.Configure(Place.Hall).OnEntryAsync(() => Task.CompletedTask);

        var error = Assert.Throws<InvalidOperationException>(() => house.Fire(Walk.Enter));

        Assert.StartsWith("Cannot execute asynchronous action specified in OnEntry", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("Use asynchronous version of Fire [FireAsync]", error.Message, StringComparison.Ordinal);
        Assert.Equal(Place.Hall, house.Machine.State);
    }

    [Fact]
    public void A_plain_fire_that_reaches_an_awaited_exit_action_fails_in_the_old_state()
    {
        var house = new House(Place.Garden);
        house.Configure(Place.Garden).Permit(Walk.Enter, Place.Hall).OnExitAsync(() => Task.CompletedTask);

        var error = Assert.Throws<InvalidOperationException>(() => house.Fire(Walk.Enter));

        Assert.StartsWith("Cannot execute asynchronous action specified in OnExit", error.Message, StringComparison.Ordinal);
        Assert.Equal(Place.Garden, house.Machine.State);
    }

    [Fact]
    public void An_awaited_handler_of_transitions_makes_a_plain_fire_fail_in_the_new_state()
    {
        var house = new House(Place.Garden);
        house.Configure(Place.Garden).Permit(Walk.Enter, Place.Hall);
        house.Machine.OnTransitioned(_ => house.Log.Add("heard"));
        house.Machine.OnTransitionedAsync(_ => Task.CompletedTask);

        var error = Assert.Throws<InvalidOperationException>(() => house.Fire(Walk.Enter));

        Assert.EndsWith("Use asynchronous version of Fire [FireAsync]", error.Message, StringComparison.Ordinal);
        Assert.Equal(Place.Hall, house.Machine.State);
        Assert.Equal(["out Garden"], house.Log);
    }

    [Fact]
    public async Task An_awaited_fire_waits_for_everything_in_order()
    {
        var house = new House(Place.Garden);
        Func<Task> Later(string entry) => async () =>
        {
            await Task.Yield();
            house.Log.Add(entry);
        };
        house.Configure(Place.Garden).Permit(Walk.Enter, Place.Hall).OnExitAsync(Later("left"));
        house.Configure(Place.House).OnEntryAsync(Later("at home"));
        house.Configure(Place.Hall).OnEntryAsync(Later("entered"));
        house.Machine.OnTransitionedAsync(_ => Later("moved")());
        house.Machine.OnTransitioned(_ => house.Log.Add("moving"));
        house.Machine.OnTransitionCompletedAsync(_ => Later("completed")());

        await house.Machine.FireAsync(Walk.Enter);

        Assert.Equal(["out Garden", "left", "moving", "moved", "in House", "at home", "in Hall", "entered", "completed"], house.Log);
    }

    [Fact]
    public async Task A_plain_entry_action_made_of_awaiting_code_is_not_awaited()
    {
        var house = new House(Place.Garden);
        var gate = new TaskCompletionSource();
        house.Configure(Place.Garden).Permit(Walk.Enter, Place.Hall);
        house.Configure(Place.Hall).OnEntry(async () =>
        {
            await gate.Task;
            house.Log.Add("late");
        });

        await house.Machine.FireAsync(Walk.Enter);

        Assert.DoesNotContain("late", house.Log);
        gate.SetResult();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Actions_stay_in_the_callers_context_when_it_is_retained(bool retain)
    {
        var context = new InlineContext();
        var seen = new List<SynchronizationContext?>();
        var machine = new StateMachine<Place, Walk>(Place.Garden) { RetainSynchronizationContext = retain };
        machine.Configure(Place.Garden).Permit(Walk.Enter, Place.Hall).OnExitAsync(Elsewhere).OnExit(() => seen.Add(SynchronizationContext.Current));

        await Task.Run(() =>
        {
            SynchronizationContext.SetSynchronizationContext(context);
            return machine.FireAsync(Walk.Enter);
        });

        Assert.Equal([retain ? context : null], seen);

        static async Task Elsewhere() => await Task.Delay(20).ConfigureAwait(false);
    }

    /// <summary>Runs what is posted on the posting thread, as itself.</summary>
    private sealed class InlineContext : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state)
        {
            var before = Current;
            SetSynchronizationContext(this);
            d(state);
            SetSynchronizationContext(before);
        }
    }
}
