namespace Twilio.AuthStrategies;

/// <summary>Another way to say who calls than a name and a password.</summary>
public abstract class AuthStrategy
{
    protected AuthStrategy()
    {
    }

    /// <summary>The whole value of the Authorization header.</summary>
    public abstract string GetAuthString();

    public abstract bool RequiresAuthentication();
}
