using System.Diagnostics;

namespace Stateless;

/// <content>The two ways of carrying out what the iterators describe, and the queue of triggers.</content>
public partial class StateMachine<TState, TTrigger>
{
    private readonly Queue<(TTrigger Trigger, object[] Arguments)> _queue = new();
    private bool _isFiring;

    private static void Drive(IEnumerable<Task> work)
    {
        foreach (var _ in work)
            throw new UnreachableException("A task was started for a caller that does not wait.");
    }

    private async Task DriveAsync(IEnumerable<Task> work)
    {
        foreach (var pending in work)
            await pending.ConfigureAwait(RetainSynchronizationContext);
    }

    private void Raise(TTrigger trigger, object[] arguments)
    {
        if (_firingMode == FiringMode.Immediate)
        {
            Drive(Handle(trigger, arguments, canAwait: false));
            return;
        }

        _queue.Enqueue((trigger, arguments));
        if (_isFiring)
            return;
        _isFiring = true;
        try
        {
            while (_queue.TryDequeue(out var next))
                Drive(Handle(next.Trigger, next.Arguments, canAwait: false));
        }
        finally
        {
            _isFiring = false;
        }
    }

    private async Task RaiseAsync(TTrigger trigger, object[] arguments)
    {
        if (_firingMode == FiringMode.Immediate)
        {
            await DriveAsync(Handle(trigger, arguments, canAwait: true)).ConfigureAwait(RetainSynchronizationContext);
            return;
        }

        _queue.Enqueue((trigger, arguments));
        if (_isFiring)
            return;
        _isFiring = true;
        try
        {
            while (_queue.TryDequeue(out var next))
                await DriveAsync(Handle(next.Trigger, next.Arguments, canAwait: true)).ConfigureAwait(RetainSynchronizationContext);
        }
        finally
        {
            _isFiring = false;
        }
    }
}
