namespace Stateless;

/// <summary>Reads the untyped arguments of a trigger as the types that guards, selectors and actions ask for.</summary>
internal static class Arguments
{
    /// <exception cref="NullReferenceException">The argument is null and the type is a value type.</exception>
    public static bool TryGet<T>(object[] arguments, int position, out T value)
    {
        value = default;
        if (position >= arguments.Length || arguments[position] is not (null or T))
            return false;
        value = (T)arguments[position];
        return true;
    }

    /// <summary>As <see cref="TryGet"/>, with the type's default value when there are no arguments at all.</summary>
    public static bool TryGetOrDefault<T>(object[] arguments, int position, out T value)
    {
        value = default;
        return arguments.Length == 0 || TryGet(arguments, position, out value);
    }

    /// <summary>The argument, or the type's default value when there are no arguments at all.</summary>
    /// <exception cref="ArgumentException">There are arguments, but none at the position, or it has another type.</exception>
    public static T Get<T>(object[] arguments, int position)
    {
        if (TryGetOrDefault<T>(arguments, position, out var value))
            return value;
        throw position < arguments.Length ? WrongType(position, arguments[position].GetType(), typeof(T)) : Missing(position, typeof(T));
    }

    /// <summary>No arguments at all fit any types, and null fits every type.</summary>
    /// <exception cref="ArgumentException">There are some, but fewer or more than types, or one has another type.</exception>
    public static void Validate(object[] arguments, Type[] types)
    {
        if (arguments.Length == 0)
            return;
        if (arguments.Length > types.Length)
            throw new ArgumentException($"Too many parameters have been supplied. Expecting {types.Length} but got {arguments.Length}.");

        for (var position = 0; position < types.Length; position++)
        {
            if (position >= arguments.Length)
                throw Missing(position, types[position]);
            if (arguments[position] is { } argument && !types[position].IsInstanceOfType(argument))
                throw WrongType(position, argument.GetType(), types[position]);
        }
    }

    private static ArgumentException Missing(int position, Type expected) =>
        new($"An argument of type {expected} is required in position {position}.");

    private static ArgumentException WrongType(int position, Type actual, Type expected) =>
        new($"The argument in position {position} is of type {actual} but must be of type {expected}.");
}
