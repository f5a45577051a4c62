using System.Globalization;
using System.Reflection;
using Newtonsoft.Json;

namespace Senim.Shims.BotBuilder.Tests;

/// <summary>Prints public types in the notation of api.txt: a line for the type, then one for each member that a caller or subclass can name.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
        [typeof(bool)] = "bool",
        [typeof(int)] = "int",
    };

    public static string Headline(Type type)
    {
        if (typeof(Delegate).IsAssignableFrom(type))
        {
            var invoke = type.GetMethod("Invoke")!;
            return $"{type.Namespace}: delegate {Name(invoke.ReturnType)} {Name(type)}({Parameters(invoke)})";
        }

        var kind = type.IsInterface ? "interface" : type is { IsAbstract: true, IsSealed: true } ? "static class"
            : type.IsAbstract ? "abstract class" : "class";
        var bases = Bases(type).Select(Name).ToList();
        var list = bases.Count == 0 ? string.Empty : " : " + string.Join(", ", bases);
        return $"{Obsolete(type)}{kind} {Name(type)}{list}    // {type.Namespace}";
    }

    public static IEnumerable<string> Members(Type type)
    {
        if (typeof(Delegate).IsAssignableFrom(type))
            return [];

        var constants = type.GetFields(Declared).Where(field => field.IsLiteral && field.IsPublic)
            .Select(field => $"{Obsolete(field)}const {Name(field.FieldType)} {field.Name} = {Value(field.GetRawConstantValue())}");
        var constructors = type.GetConstructors(Declared).Where(constructor => !constructor.IsStatic && Seen(constructor))
            .Select(constructor => $"{Obsolete(constructor)}{(type.IsAbstract && constructor.IsFamily ? "protected " : "")}{Plain(type)}({Parameters(constructor)})");
        var properties = type.GetProperties(Declared).Where(property => property.GetMethod is { } get && Seen(get)).Select(Property);
        var methods = type.GetMethods(Declared)
            .Where(method => Seen(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)))
            .Select(method => $"{Obsolete(method)}{Modifiers(method)}{Name(method.ReturnType)} {Named(method)}({Parameters(method)})");
        return [.. constants, .. constructors, .. properties, .. methods];
    }

    private static IEnumerable<Type> Bases(Type type)
    {
        var inherited = type.BaseType is null or { FullName: "System.Object" } ? [] : new[] { type.BaseType };
        var fromBase = type.BaseType?.GetInterfaces() ?? [];
        return inherited.Concat(type.GetInterfaces().Except(fromBase));
    }

    private static string Property(PropertyInfo property)
    {
        var accessors = property.SetMethod is { } set && Seen(set) ? (set.IsFamily ? "get; protected set;" : "get; set;") : "get;";
        var json = property.GetCustomAttribute<JsonPropertyAttribute>()?.PropertyName is { } name ? $"  // json \"{name}\"" : "";
        return $"{Obsolete(property)}{Modifiers(property.GetMethod!)}{Name(property.PropertyType)} {property.Name} {{ {accessors} }}{json}";
    }

    private static string Modifiers(MethodInfo method)
    {
        if (method.DeclaringType!.IsInterface)
            return string.Empty;

        var access = method.IsFamily || method.IsFamilyOrAssembly ? "protected " : string.Empty;
        var kind = method.IsStatic ? "static "
            : method.IsAbstract ? "abstract "
            : method.GetBaseDefinition() != method ? "override "
            : method is { IsVirtual: true, IsFinal: false } ? "virtual " : string.Empty;
        return access + kind;
    }

    private static string Named(MethodInfo method) => method.IsGenericMethod
        ? $"{method.Name}<{string.Join(", ", method.GetGenericArguments().Select(Name))}>"
        : method.Name;

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
    {
        var mode = parameter.IsOut ? "out " : parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : string.Empty;
        var type = parameter.ParameterType.IsByRef ? parameter.ParameterType.GetElementType()! : parameter.ParameterType;
        var value = parameter.HasDefaultValue ? " = " + Default(parameter.DefaultValue, type) : string.Empty;
        return $"{mode}{Name(type)} {parameter.Name}{value}";
    }));

    private static string Default(object? value, Type type) => value is null && type.IsValueType ? "default" : Value(value);

    private static string Value(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static bool Seen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Obsolete(MemberInfo member) => member.IsDefined(typeof(ObsoleteAttribute)) ? "[Obsolete] " : string.Empty;

    private static string Plain(Type type) => type.Name.Split('`')[0];

    private static string Name(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword))
            return keyword;
        if (type.IsArray)
            return Name(type.GetElementType()!) + "[]";
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return Name(inner) + "?";

        return type.IsGenericType ? $"{Plain(type)}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : type.Name;
    }
}
