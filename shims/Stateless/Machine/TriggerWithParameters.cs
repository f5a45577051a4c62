namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>A trigger and the types of its arguments.</summary>
    public class TriggerWithParameters
    {
        private readonly Type[] _argumentTypes;

        /// <param name="underlyingTrigger">The trigger.</param>
        /// <param name="argumentTypes">The types of its arguments, in order.</param>
        public TriggerWithParameters(TTrigger underlyingTrigger, params Type[] argumentTypes)
        {
            _argumentTypes = argumentTypes ?? throw new ArgumentNullException(nameof(argumentTypes));
            Trigger = underlyingTrigger;
        }

        /// <summary>The types of the arguments, in order.</summary>
        public IEnumerable<Type> ArgumentTypes => _argumentTypes;

        /// <summary>The trigger.</summary>
        public TTrigger Trigger { get; }

        /// <summary>Checks the number and the types of arguments.</summary>
        /// <exception cref="ArgumentException">They do not fit.</exception>
        public void ValidateParameters(object[] args)
        {
            ArgumentNullException.ThrowIfNull(args);
            Arguments.Validate(args, _argumentTypes);
        }
    }

    /// <summary>A trigger with one argument.</summary>
    public class TriggerWithParameters<TArg0> : TriggerWithParameters
    {
        /// <param name="underlyingTrigger">The trigger.</param>
        public TriggerWithParameters(TTrigger underlyingTrigger)
            : base(underlyingTrigger, typeof(TArg0))
        {
        }
    }

    /// <summary>A trigger with two arguments.</summary>
    public class TriggerWithParameters<TArg0, TArg1> : TriggerWithParameters
    {
        /// <param name="underlyingTrigger">The trigger.</param>
        public TriggerWithParameters(TTrigger underlyingTrigger)
            : base(underlyingTrigger, typeof(TArg0), typeof(TArg1))
        {
        }
    }

    /// <summary>A trigger with three arguments.</summary>
    public class TriggerWithParameters<TArg0, TArg1, TArg2> : TriggerWithParameters
    {
        /// <param name="underlyingTrigger">The trigger.</param>
        public TriggerWithParameters(TTrigger underlyingTrigger)
            : base(underlyingTrigger, typeof(TArg0), typeof(TArg1), typeof(TArg2))
        {
        }
    }

    /// <summary>Says which types of arguments a trigger takes; later fires are checked against them.</summary>
    /// <exception cref="InvalidOperationException">They were set before.</exception>
    public TriggerWithParameters SetTriggerParameters(TTrigger trigger, params Type[] argumentTypes) =>
        Save(new TriggerWithParameters(trigger, argumentTypes));

    /// <inheritdoc cref="SetTriggerParameters(TTrigger, Type[])" />
    public TriggerWithParameters<TArg0> SetTriggerParameters<TArg0>(TTrigger trigger) =>
        Save(new TriggerWithParameters<TArg0>(trigger));

    /// <inheritdoc cref="SetTriggerParameters(TTrigger, Type[])" />
    public TriggerWithParameters<TArg0, TArg1> SetTriggerParameters<TArg0, TArg1>(TTrigger trigger) =>
        Save(new TriggerWithParameters<TArg0, TArg1>(trigger));

    /// <inheritdoc cref="SetTriggerParameters(TTrigger, Type[])" />
    public TriggerWithParameters<TArg0, TArg1, TArg2> SetTriggerParameters<TArg0, TArg1, TArg2>(TTrigger trigger) =>
        Save(new TriggerWithParameters<TArg0, TArg1, TArg2>(trigger));

    private TParameters Save<TParameters>(TParameters parameters)
        where TParameters : TriggerWithParameters => _parameters.TryAdd(parameters.Trigger, parameters)
            ? parameters
            : throw new InvalidOperationException($"Parameters for the trigger '{parameters.Trigger}' have already been configured.");
}
