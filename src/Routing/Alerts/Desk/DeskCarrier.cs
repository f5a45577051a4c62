using Senim.Routing.Alerts.Sending;
using Senim.Routing.Queues;

namespace Senim.Routing.Alerts.Desk;

/// <summary>
/// The open desk fetches itself and shows what the person has not answered, until it is answered; a desk that is opened later shows it at once. So
/// it is out as soon as it is due, whether or not somebody looks just then: that is what the other ways are for.
/// </summary>
internal sealed class DeskCarrier(QueueChanges changes) : IAlertCarrier
{
    public AlertWay Way => AlertWay.Desk;

    public bool IsOn => true;

    public Task<Delivery> DeliverAsync(AlertMessage message, CancellationToken cancellationToken)
    {
        changes.TellStaff(message.Recipient);
        return Task.FromResult<Delivery>(new Delivery.Sent());
    }
}
