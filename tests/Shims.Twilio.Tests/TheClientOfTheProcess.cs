using Twilio;
using Twilio.Exceptions;
using Twilio.Rest.Api.V2010.Account;

namespace Senim.Shims.Twilio.Tests;

public class TheClientOfTheProcess
{
    [Fact]
    public async Task It_is_asked_for_made_once_and_can_be_replaced()
    {
        await Assert.ThrowsAsync<AuthenticationException>(() => MessageResource.FetchAsync("SM1"));
        Assert.Throws<AuthenticationException>(() => TwilioClient.Init((string)null!, "x"));

        TwilioClient.Init("AC1", "secret");
        Assert.Equal("AC1", TwilioClient.GetRestClient().AccountSid);
        Assert.Same(TwilioClient.GetRestClient(), TwilioClient.GetRestClient());
        TwilioClient.Init("SK1", "secret", "AC2");
        Assert.Equal("AC2", TwilioClient.GetRestClient().AccountSid);

        var server = new ScriptedServer().Answer("""{"sid":"SM1"}""");
        TwilioClient.SetRestClient(server.CreateClient());
        Assert.Equal("SM1", (await MessageResource.FetchAsync("SM1")).Sid);
        TwilioClient.Invalidate();
        Assert.Equal("AC2", TwilioClient.GetRestClient().AccountSid);
    }
}
