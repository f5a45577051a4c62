using System.Collections.ObjectModel;
using System.Reflection;

namespace Senim.Shims.Api;

/// <summary>
/// Which parts of a type are annotated with a question mark. Decoded by hand, because
/// <see cref="NullabilityInfoContext"/> takes an unconstrained type parameter for annotated.
/// Source: Roslyn, docs/features/nullable-metadata.md.
/// </summary>
internal sealed class NullableMarks
{
    private const byte Annotated = 2;

    private readonly byte[] _marks;
    private readonly byte _everywhere;
    private int _at;

    private NullableMarks(byte[] marks, byte everywhere)
    {
        _marks = marks;
        _everywhere = everywhere;
    }

    public static NullableMarks None => new([], 0);

    public static NullableMarks Of(ParameterInfo parameter) => Decode(parameter.GetCustomAttributesData(), parameter.Member);

    public static NullableMarks Of(MemberInfo member) => Decode(member.GetCustomAttributesData(), member.DeclaringType);

    /// <summary>Whether the next part is annotated.</summary>
    public bool Next() => (_marks.Length == 0 ? _everywhere : _marks[_at++]) == Annotated;

    private static NullableMarks Decode(IList<CustomAttributeData> attributes, MemberInfo? around)
    {
        var own = Argument(attributes, "System.Runtime.CompilerServices.NullableAttribute");
        if (own is ReadOnlyCollection<CustomAttributeTypedArgument> marks)
            return new([.. marks.Select(mark => (byte)mark.Value!)], 0);
        if (own is byte everywhere)
            return new([], everywhere);

        for (var member = around; member is not null; member = member.DeclaringType)
        {
            if (Argument(member.GetCustomAttributesData(), "System.Runtime.CompilerServices.NullableContextAttribute") is byte context)
                return new([], context);
        }

        return None;
    }

    private static object? Argument(IList<CustomAttributeData> attributes, string name) =>
        attributes.FirstOrDefault(attribute => attribute.AttributeType.FullName == name)?.ConstructorArguments[0].Value;
}
