using Newtonsoft.Json;
using Twilio.Serialization;

namespace Twilio.Types;

/// <summary>A word of a closed list that the server may lengthen at any time. Equal by kind and word, letter for letter.</summary>
[JsonConverter(typeof(StringEnumConverter))]
public abstract class StringEnum
{
    private string _value;

    protected StringEnum()
    {
    }

    protected StringEnum(string value) => _value = value;

    public static bool operator ==(StringEnum left, StringEnum right) => Equals(left, right);

    public static bool operator !=(StringEnum left, StringEnum right) => !Equals(left, right);

    public void FromString(string value) => _value = value;

    public override string ToString() => _value;

    public override bool Equals(object obj) => obj is StringEnum other && other.GetType() == GetType() && other._value == _value;

    public override int GetHashCode() => _value?.GetHashCode(StringComparison.Ordinal) ?? 0;
}
