using Newtonsoft.Json;
using Twilio.Serialization;

namespace Twilio.Types;

public interface IEndpoint;

/// <summary>A number in E.164, or whatever else stands for a sender. Not compared by value.</summary>
[JsonConverter(typeof(PhoneNumberConverter))]
public class PhoneNumber(string number) : IEndpoint
{
    private readonly string _number = number;

    /// <summary>Never null, also for a null.</summary>
    public static implicit operator PhoneNumber(string number) => new(number);

    public override string ToString() => _number;
}
