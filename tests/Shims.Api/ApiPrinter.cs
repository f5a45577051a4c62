using System.Reflection;
using System.Runtime.CompilerServices;

namespace Senim.Shims.Api;

/// <summary>Prints what callers and derived classes can reach in an assembly.</summary>
public static class ApiPrinter
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    // What every object has is not listed, also where a type has its own.
    private static readonly HashSet<string> OfEveryObject =
        [nameof(Equals), nameof(GetHashCode), nameof(ToString), "op_Equality", "op_Inequality"];

    /// <summary>The public API of the assemblies as one listing.</summary>
    public static ApiListing Print(params IEnumerable<Assembly> assemblies)
    {
        ArgumentNullException.ThrowIfNull(assemblies);
        var listing = new ApiListing();
        foreach (var type in assemblies.Distinct().SelectMany(assembly => assembly.GetTypes()).Where(IsReachable))
            listing.Add(Declaration(type), IsDelegate(type) ? [] : Members(type));
        return listing;
    }

    private static string Declaration(Type type)
    {
        if (IsDelegate(type))
        {
            var invoke = type.GetMethod("Invoke")!;
            return $"{type.Namespace}: {Obsolete(type)}delegate {Signature.Of(invoke.ReturnParameter)} {Signature.NameOf(type)}({Signature.Parameters(invoke)})";
        }

        string[] bases = type.IsEnum || type.IsValueType ? [] : [.. Bases(type).Select(Signature.NameOf)];
        var list = bases.Length == 0 ? string.Empty : $" : {string.Join(", ", bases)}";
        return $"{Obsolete(type)}{Kind(type)} {Signature.NameOf(type)}{list}    // {type.Namespace}";
    }

    private static string Kind(Type type) => type switch
    {
        { IsInterface: true } => "interface",
        { IsEnum: true } => "enum",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static IEnumerable<Type> Bases(Type type)
    {
        if (type.BaseType is { } ancestor && ancestor != typeof(object))
            yield return ancestor;
        foreach (var contract in type.GetInterfaces().Except(type.BaseType?.GetInterfaces() ?? []).Where(contract => contract.IsVisible))
            yield return contract;
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
            return Enum.GetNames(type).Select(name => $"{name}={Convert.ToInt64(Enum.Parse(type, name))}");

        var methods = type.GetMethods(Declared).Where(method =>
            IsReachable(method) && !IsCompilerMade(method) && !OfEveryObject.Contains(method.Name)
            && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)));
        return
        [
            .. type.GetConstructors(Declared).Where(constructor => !constructor.IsStatic && IsReachable(constructor)).Select(Constructor),
            .. type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly).Select(Field),
            .. type.GetProperties(Declared).Where(property => property.GetAccessors(true).Any(IsReachable) && !IsCompilerMade(property)).Select(Property),
            .. type.GetEvents(Declared).Where(item => IsReachable(item.AddMethod!)).Select(Event),
            .. methods.Select(Method),
        ];
    }

    private static string Constructor(ConstructorInfo constructor) =>
        $"{Obsolete(constructor)}{Access(constructor)}{Signature.PlainName(constructor.DeclaringType!)}({Signature.Parameters(constructor)})";

    private static string Field(FieldInfo field)
    {
        var access = field.IsPublic ? string.Empty : "protected ";
        if (field.IsLiteral)
            return $"{Obsolete(field)}{access}const {Signature.Of(field)} {field.Name} = {Signature.Value(field.GetRawConstantValue(), field.FieldType)}";
        var kind = (field.IsStatic ? "static " : string.Empty) + (field.IsInitOnly ? "readonly " : string.Empty);
        return $"{Obsolete(field)}{access}{kind}{Required(field)}{Signature.Of(field)} {field.Name}";
    }

    private static string Property(PropertyInfo property)
    {
        MethodInfo[] accessors = [.. property.GetAccessors(true).Where(IsReachable)];
        var leading = accessors.FirstOrDefault(accessor => accessor.IsPublic) ?? accessors[0];
        var name = property.GetIndexParameters() is { Length: > 0 } index ? $"this[{Signature.Parameters(index)}]" : property.Name;
        var access = string.Concat(new[] { property.GetMethod, property.SetMethod }
            .Where(accessor => accessor is not null && IsReachable(accessor))
            .Select(accessor => $" {(leading.IsPublic ? Access(accessor!) : string.Empty)}{Accessor(property, accessor!)};"));
        return $"{Obsolete(property)}{Access(leading)}{Inheritance(leading)}{Required(property)}{Signature.Of(property)} {name} {{{access} }}{Json(property)}";
    }

    private static string Accessor(PropertyInfo property, MethodInfo accessor) => accessor == property.GetMethod ? "get"
        : Array.Exists(accessor.ReturnParameter.GetRequiredCustomModifiers(), modifier => Is(modifier, typeof(IsExternalInit))) ? "init" : "set";

    private static string Event(EventInfo item) =>
        $"{Obsolete(item)}{Access(item.AddMethod!)}{Inheritance(item.AddMethod!)}event {Signature.Of(item)} {item.Name}";

    private static string Method(MethodInfo method) =>
        $"{Obsolete(method)}{Access(method)}{Inheritance(method)}{Signature.Of(method.ReturnParameter)} {Signature.NameOf(method)}({Signature.Parameters(method)})";

    private static string Inheritance(MethodInfo method) => method switch
    {
        { IsStatic: true } => "static ",
        { DeclaringType.IsInterface: true } => string.Empty,
        { IsAbstract: true } => "abstract ",
        { IsVirtual: true } when method.GetBaseDefinition() != method => "override ",
        { IsVirtual: true, IsFinal: false } => "virtual ",
        _ => string.Empty,
    };

    private static string Access(MethodBase method) => method.IsPublic ? string.Empty : "protected ";

    // Also on constructors that do not set required members: the compiler marks them for compilers that know no such members.
    private static string Obsolete(MemberInfo member) => member.IsDefined(typeof(ObsoleteAttribute)) ? "[Obsolete] " : string.Empty;

    private static string Required(MemberInfo member) =>
        member.CustomAttributes.Any(attribute => Is(attribute.AttributeType, typeof(RequiredMemberAttribute))) ? "required " : string.Empty;

    /// <summary>An assembly for an older framework carries its own copies of what the compiler needs.</summary>
    private static bool Is(Type type, Type framework) => type.FullName == framework.FullName;

    /// <summary>The name in JSON where System.Text.Json or Newtonsoft.Json is told one. Neither is referenced here.</summary>
    private static string Json(PropertyInfo property)
    {
        foreach (var attribute in property.GetCustomAttributesData())
        {
            var name = attribute.AttributeType.Name switch
            {
                "JsonPropertyNameAttribute" => attribute.ConstructorArguments[0].Value,
                "JsonPropertyAttribute" => attribute.ConstructorArguments.Select(argument => argument.Value)
                    .Concat(attribute.NamedArguments.Where(argument => argument.MemberName == "PropertyName").Select(argument => argument.TypedValue.Value))
                    .OfType<string>().FirstOrDefault(),
                _ => null,
            };
            if (name is not null)
                return $"  // json \"{name}\"";
        }

        return string.Empty;
    }

    private static bool IsDelegate(Type type) => type.IsSubclassOf(typeof(Delegate));

    private static bool IsCompilerMade(MemberInfo member) => member.IsDefined(typeof(CompilerGeneratedAttribute)) || member.Name.Contains('<', StringComparison.Ordinal);

    private static bool IsReachable(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsReachable(Type type) => !IsCompilerMade(type)
        && (type.IsPublic || (type.IsNested && (type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamORAssem) && IsReachable(type.DeclaringType!)));
}
