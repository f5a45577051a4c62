using Twilio.Types;

namespace Twilio.Rest;

/// <summary>The first label of the host.</summary>
public sealed class Domain : StringEnum
{
    public static readonly Domain Api = new("api");

    public Domain()
    {
    }

    private Domain(string value)
        : base(value)
    {
    }
}
