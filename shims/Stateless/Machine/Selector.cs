using Stateless.Reflection;

namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>Chooses the destination of a dynamic transition, as plain or as awaitable code.</summary>
    internal sealed class Selector
    {
        private Selector(Delegate written, Func<object[], TState> plain, Func<object[], Task<TState>> awaited, string description)
        {
            ArgumentNullException.ThrowIfNull(written);
            Plain = plain;
            Awaited = awaited;
            Info = InvocationInfo.Of(written, description, plain is null ? InvocationInfo.Timing.Asynchronous : InvocationInfo.Timing.Synchronous);
        }

        /// <summary>The choice, or null when it has to be awaited.</summary>
        public Func<object[], TState> Plain { get; }

        public Func<object[], Task<TState>> Awaited { get; }

        public InvocationInfo Info { get; }

        public static Selector Of(Func<TState> select, string description) => new(select, _ => select(), null, description);

        public static Selector Of<T0>(Func<T0, TState> select, string description) =>
            new(select, args => select(Arguments.Get<T0>(args, 0)), null, description);

        public static Selector Of<T0, T1>(Func<T0, T1, TState> select, string description) =>
            new(select, args => select(Arguments.Get<T0>(args, 0), Arguments.Get<T1>(args, 1)), null, description);

        public static Selector Of<T0, T1, T2>(Func<T0, T1, T2, TState> select, string description) =>
            new(select, args => select(Arguments.Get<T0>(args, 0), Arguments.Get<T1>(args, 1), Arguments.Get<T2>(args, 2)), null, description);

        public static Selector Of(Func<Task<TState>> select, string description) => new(select, null, _ => select(), description);

        public static Selector Of<T0>(Func<T0, Task<TState>> select, string description) =>
            new(select, null, args => select(Arguments.Get<T0>(args, 0)), description);

        public static Selector Of<T0, T1>(Func<T0, T1, Task<TState>> select, string description) =>
            new(select, null, args => select(Arguments.Get<T0>(args, 0), Arguments.Get<T1>(args, 1)), description);

        public static Selector Of<T0, T1, T2>(Func<T0, T1, T2, Task<TState>> select, string description) =>
            new(select, null, args => select(Arguments.Get<T0>(args, 0), Arguments.Get<T1>(args, 1), Arguments.Get<T2>(args, 2)), description);
    }
}
