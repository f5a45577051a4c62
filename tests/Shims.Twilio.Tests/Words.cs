using Twilio.Rest.Api.V2010.Account;
using Twilio.Types;

namespace Senim.Shims.Twilio.Tests;

/// <summary>Statuses are classes and numbers are not compared: what compiles is not always what is meant.</summary>
public class Words
{
    [Fact]
    public void A_status_is_compared_letter_for_letter()
    {
        MessageResource.StatusEnum status = "queued";

        Assert.True(status == MessageResource.StatusEnum.Queued);
        Assert.Equal(MessageResource.StatusEnum.Queued.GetHashCode(), status.GetHashCode());
        Assert.False((MessageResource.StatusEnum)"Queued" == MessageResource.StatusEnum.Queued);
        Assert.Equal("partially_delivered", MessageResource.StatusEnum.PartiallyDelivered.ToString());
        Assert.Equal("outbound-reply", MessageResource.DirectionEnum.OutboundReply.ToString());
    }

    [Fact]
    public void The_same_word_of_another_kind_is_another()
    {
        Assert.False(MessageResource.StatusEnum.Canceled.Equals(MessageResource.UpdateStatusEnum.Canceled));
        Assert.False(MessageResource.StatusEnum.Canceled.Equals("canceled"));
    }

    [Fact]
    public void A_number_is_itself_only_and_never_null()
    {
        PhoneNumber none = (string)null!;

        Assert.NotNull(none);
        Assert.NotEqual(new PhoneNumber("+7"), new PhoneNumber("+7"));
        Assert.Equal("+7", new PhoneNumber("+7").ToString());
    }
}
