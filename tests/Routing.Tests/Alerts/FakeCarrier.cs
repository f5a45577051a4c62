using Senim.Routing.Alerts;
using Senim.Routing.Alerts.Sending;

namespace Senim.Routing.Tests.Alerts;

/// <summary>A way that answers what the test says and notes what it was given.</summary>
internal sealed class FakeCarrier(AlertWay way = AlertWay.Email) : IAlertCarrier
{
    private readonly List<AlertMessage> given = [];

    public AlertWay Way => way;

    public bool IsOn => true;

    public Func<AlertMessage, CancellationToken, Task<Delivery>> Answer { get; set; } = (_, _) => Task.FromResult<Delivery>(new Delivery.Sent());

    public IReadOnlyList<AlertMessage> Given
    {
        get
        {
            lock (given)
                return [.. given];
        }
    }

    public void Says(Delivery delivery) => Answer = (_, _) => Task.FromResult(delivery);

    public Task<Delivery> DeliverAsync(AlertMessage message, CancellationToken cancellationToken)
    {
        lock (given)
            given.Add(message);
        return Answer(message, cancellationToken);
    }
}
