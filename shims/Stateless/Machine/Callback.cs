using Stateless.Reflection;

namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>An action as plain or as awaitable code.</summary>
    internal sealed class Callback
    {
        private readonly Action<Transition, object[]> _plain;
        private readonly Func<Transition, object[], Task> _awaited;
        private readonly Delegate _written;
        private string _description;
        private bool _isLimited;
        private TTrigger _onlyTrigger;

        private Callback(Delegate written, Action<Transition, object[]> plain, Func<Transition, object[], Task> awaited)
        {
            _written = written ?? throw new ArgumentNullException(nameof(written), "An action is required.");
            _plain = plain;
            _awaited = awaited;
        }

        public bool IsAwaited => _plain is null;

        public InvocationInfo Info => InvocationInfo.Of(
            _written, _description, IsAwaited ? InvocationInfo.Timing.Asynchronous : InvocationInfo.Timing.Synchronous);

        public ActionInfo EntryInfo => new(Info, _isLimited ? _onlyTrigger.ToString() : null);

        public static Callback Of(Action action) => new(action, (_, _) => action(), null);

        public static Callback Of(Action<Transition> action) => new(action, (t, _) => action(t), null);

        public static Callback Of<T0>(Action<T0> action) => new(action, (_, args) => action(Arguments.Get<T0>(args, 0)), null);

        public static Callback Of<T0>(Action<T0, Transition> action) =>
            new(action, (t, args) => action(Arguments.Get<T0>(args, 0), t), null);

        public static Callback Of<T0, T1>(Action<T0, T1> action) =>
            new(action, (_, args) => action(Arguments.Get<T0>(args, 0), Arguments.Get<T1>(args, 1)), null);

        public static Callback Of<T0, T1>(Action<T0, T1, Transition> action) =>
            new(action, (t, args) => action(Arguments.Get<T0>(args, 0), Arguments.Get<T1>(args, 1), t), null);

        public static Callback Of<T0, T1, T2>(Action<T0, T1, T2> action) =>
            new(action, (_, args) => action(Arguments.Get<T0>(args, 0), Arguments.Get<T1>(args, 1), Arguments.Get<T2>(args, 2)), null);

        public static Callback Of<T0, T1, T2>(Action<T0, T1, T2, Transition> action) =>
            new(action, (t, args) => action(Arguments.Get<T0>(args, 0), Arguments.Get<T1>(args, 1), Arguments.Get<T2>(args, 2), t), null);

        public static Callback Of(Func<Task> action) => new(action, null, (_, _) => action());

        public static Callback Of(Func<Transition, Task> action) => new(action, null, (t, _) => action(t));

        public static Callback Of<T0>(Func<T0, Task> action) => new(action, null, (_, args) => action(Arguments.Get<T0>(args, 0)));

        public static Callback Of<T0>(Func<T0, Transition, Task> action) =>
            new(action, null, (t, args) => action(Arguments.Get<T0>(args, 0), t));

        public static Callback Of<T0, T1>(Func<T0, T1, Task> action) =>
            new(action, null, (_, args) => action(Arguments.Get<T0>(args, 0), Arguments.Get<T1>(args, 1)));

        public static Callback Of<T0, T1>(Func<T0, T1, Transition, Task> action) =>
            new(action, null, (t, args) => action(Arguments.Get<T0>(args, 0), Arguments.Get<T1>(args, 1), t));

        public static Callback Of<T0, T1, T2>(Func<T0, T1, T2, Task> action) =>
            new(action, null, (_, args) => action(Arguments.Get<T0>(args, 0), Arguments.Get<T1>(args, 1), Arguments.Get<T2>(args, 2)));

        public static Callback Of<T0, T1, T2>(Func<T0, T1, T2, Transition, Task> action) =>
            new(action, null, (t, args) => action(Arguments.Get<T0>(args, 0), Arguments.Get<T1>(args, 1), Arguments.Get<T2>(args, 2), t));

        public Callback Named(string description)
        {
            _description = description;
            return this;
        }

        public Callback OnlyFrom(TTrigger trigger)
        {
            _isLimited = true;
            _onlyTrigger = trigger;
            return this;
        }

        public bool RunsFor(TTrigger trigger) => !_isLimited || EqualityComparer<TTrigger>.Default.Equals(_onlyTrigger, trigger);

        /// <summary>Runs plain code and yields the task of awaitable code.</summary>
        /// <exception cref="InvalidOperationException">The code is awaitable and the caller does not wait.</exception>
        public IEnumerable<Task> Run(Transition transition, object[] arguments, bool canAwait, string place, string instead = FireAsyncInstead)
        {
            if (_plain is not null)
                _plain(transition, arguments);
            else if (canAwait)
                yield return _awaited(transition, arguments);
            else
                throw NeedsAwaiting(place, instead);
        }
    }
}
