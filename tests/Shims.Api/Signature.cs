using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Senim.Shims.Api;

/// <summary>Types, parameters and values as C# writes them, without namespaces.</summary>
internal static class Signature
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(char)] = "char",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    public static string Of(ParameterInfo parameter) => Write(parameter.ParameterType, NullableMarks.Of(parameter));

    public static string Of(PropertyInfo property) => Write(property.PropertyType, NullableMarks.Of(property));

    public static string Of(FieldInfo field) => Write(field.FieldType, NullableMarks.Of(field));

    // An event may always be without handlers: a mark would say nothing.
    public static string Of(EventInfo item) => NameOf(item.EventHandlerType!);

    public static string NameOf(Type type) => Write(type, NullableMarks.None);

    public static string NameOf(MethodInfo method) =>
        method.IsGenericMethod ? $"{method.Name}<{string.Join(", ", method.GetGenericArguments().Select(NameOf))}>" : method.Name;

    public static string PlainName(Type type) => type.Name.Split('`')[0];

    public static string Parameters(MethodBase method)
    {
        var first = method.IsDefined(typeof(ExtensionAttribute)) ? "this " : string.Empty;
        return first + Parameters(method.GetParameters());
    }

    public static string Parameters(ParameterInfo[] parameters) => string.Join(", ", parameters.Select(Parameter));

    public static string Value(object? value, Type type)
    {
        if (value is null)
            return type.IsValueType || type.IsGenericParameter ? "default" : "null";
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain.IsEnum)
            return Enum.GetName(plain, Enum.ToObject(plain, value)) is { } name ? $"{NameOf(plain)}.{name}" : $"({NameOf(plain)}){value}";
        return value switch
        {
            string text => $"\"{text}\"",
            char letter => $"'{letter}'",
            bool flag => flag ? "true" : "false",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
    }

    private static string Parameter(ParameterInfo parameter)
    {
        var kind = parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute)) ? "params "
            : !parameter.ParameterType.IsByRef ? string.Empty
            : parameter.IsOut ? "out "
            : parameter.IsIn ? "in " : "ref ";
        var value = parameter.HasDefaultValue ? $" = {Value(parameter.RawDefaultValue, parameter.ParameterType)}" : string.Empty;
        return $"{kind}{Of(parameter)} {parameter.Name}{value}";
    }

    /// <summary>Marks are taken in the order in which the compiler writes them: a type, then what it is made of.</summary>
    private static string Write(Type type, NullableMarks marks)
    {
        if (type.IsByRef)
            return Write(type.GetElementType()!, marks);
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return Write(inner, marks) + "?";

        var question = (!type.IsValueType || type.IsGenericType) && marks.Next() ? "?" : string.Empty;
        if (type.IsArray)
            return $"{Write(type.GetElementType()!, marks)}[{new string(',', type.GetArrayRank() - 1)}]{question}";
        if (Keywords.TryGetValue(type, out var keyword))
            return keyword + question;

        var outer = type.IsGenericParameter ? null : type.DeclaringType;
        var ofOuter = outer?.GetGenericArguments().Length ?? 0;
        string[] all = [.. type.GetGenericArguments().Select(argument => Write(argument, marks))];
        var arguments = all[ofOuter..];

        // A type inside a generic type is written without it: its arguments are those of the type around.
        var prefix = outer is null || outer.IsGenericType ? string.Empty : NameOf(outer) + ".";
        var list = arguments.Length == 0 ? string.Empty : $"<{string.Join(", ", arguments)}>";
        return prefix + PlainName(type) + list + question;
    }
}
