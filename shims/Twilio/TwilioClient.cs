using Twilio.Clients;
using Twilio.Credential;
using Twilio.Exceptions;

namespace Twilio;

/// <summary>The client of calls that name none; one for the whole process.</summary>
public class TwilioClient
{
    private static volatile Func<ITwilioRestClient> s_create;
    private static volatile ITwilioRestClient s_client;

    private TwilioClient()
    {
    }

    public static void Init(string username, string password) => Init(username, password, null);

    public static void Init(string username, string password, string accountSid)
    {
        if (username is null)
            throw new AuthenticationException("Username can not be null");
        if (password is null)
            throw new AuthenticationException("Password can not be null");
        Use(() => new TwilioRestClient(username, password, accountSid: accountSid));
    }

    public static void Init(CredentialProvider credentialProvider) => Init(credentialProvider, null);

    public static void Init(CredentialProvider credentialProvider, string accountSid)
    {
        if (credentialProvider is null)
            throw new AuthenticationException("Credential Provider can not be null");
        Use(() => new TwilioRestClient(null, null, credentialProvider.ToAuthStrategy(), accountSid));
    }

    /// <exception cref="AuthenticationException">Neither credentials nor a client were given.</exception>
    public static ITwilioRestClient GetRestClient()
    {
        if (s_client is { } client)
            return client;
        var create = s_create ?? throw new AuthenticationException("There are no credentials; call TwilioClient.Init first");
        return s_client = create();
    }

    public static void SetRestClient(ITwilioRestClient restClient) => s_client = restClient;

    /// <summary>Drops the client; the next one is made from the credentials of <see cref="Init(string, string)"/>.</summary>
    public static void Invalidate() => s_client = null;

    private static void Use(Func<ITwilioRestClient> create)
    {
        s_create = create;
        s_client = null;
    }
}
