namespace Stateless;

/// <summary>Reads the untyped arguments of a trigger as the types that guards, selectors and actions ask for.</summary>
internal static class Arguments
{
    public static bool TryGet<T>(object[] arguments, int position, out T value)
    {
        value = default;
        if (position >= arguments.Length)
            return false;
        switch (arguments[position])
        {
            case T typed:
                value = typed;
                return true;
            case null:
                return default(T) is null;
            default:
                return false;
        }
    }

    /// <summary>As <see cref="TryGet"/>, with the type's default value when there are no arguments at all.</summary>
    public static bool TryGetOrDefault<T>(object[] arguments, int position, out T value)
    {
        value = default;
        return arguments.Length == 0 || TryGet(arguments, position, out value);
    }

    /// <exception cref="ArgumentException">There is no argument at the position, or it has another type.</exception>
    public static T Get<T>(object[] arguments, int position)
    {
        if (TryGet<T>(arguments, position, out var value))
            return value;
        throw position < arguments.Length
            ? WrongType(position, arguments[position]?.GetType(), typeof(T))
            : new ArgumentException($"An argument of type {typeof(T)} is required in position {position}.", nameof(arguments));
    }

    /// <exception cref="ArgumentException">There are fewer or more arguments than types, or one has another type.</exception>
    public static void Validate(object[] arguments, Type[] types)
    {
        if (arguments.Length > types.Length)
            throw new ArgumentException($"Too many parameters have been supplied. Expecting {types.Length} but got {arguments.Length}.", nameof(arguments));

        for (var position = 0; position < types.Length; position++)
        {
            if (position >= arguments.Length)
                throw new ArgumentException($"An argument of type {types[position]} is required in position {position}.", nameof(arguments));
            if (!Fits(arguments[position], types[position]))
                throw WrongType(position, arguments[position]?.GetType(), types[position]);
        }
    }

    private static bool Fits(object argument, Type type) => argument is null
        ? !type.IsValueType || Nullable.GetUnderlyingType(type) is not null
        : type.IsInstanceOfType(argument);

    private static ArgumentException WrongType(int position, Type actual, Type expected) =>
        new($"The argument in position {position} is of type {actual?.ToString() ?? "<null>"} but must be of type {expected}.", "arguments");
}
