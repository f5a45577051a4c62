using Moq;
using Senim.Intake.Outbox;
using Senim.Routing.Transport;

namespace Senim.Routing.Tests.Transport;

public sealed class HandingOverInProcess
{
    private static readonly EventEnvelope Envelope = new(Guid.NewGuid(), "Rain", EventLane.Other, "none", DateTime.UnixEpoch, "{}");

    private static IReadOnlyList<EventEnvelope> Only => It.Is<IReadOnlyList<EventEnvelope>>(envelopes => envelopes.Single() == Envelope);

    [Fact]
    public async Task Every_consumer_of_the_type_gets_it_and_no_other()
    {
        var first = Consumer("Rain", "Snow");
        var second = Consumer("Rain");
        var other = Consumer("Snow");

        await new InProcessTransport([first.Object, second.Object, other.Object]).PublishAsync([Envelope], CancellationToken.None);

        first.Verify(consumer => consumer.ConsumeAsync(Only, CancellationToken.None), Times.Once);
        second.Verify(consumer => consumer.ConsumeAsync(Only, CancellationToken.None), Times.Once);
        other.Verify(consumer => consumer.ConsumeAsync(It.IsAny<IReadOnlyList<EventEnvelope>>(), It.IsAny<CancellationToken>()), Times.Never);
    }

    [Fact]
    public async Task It_fails_when_one_of_them_fails()
    {
        var failing = Consumer("Rain");
        failing.Setup(consumer => consumer.ConsumeAsync(Only, CancellationToken.None)).ThrowsAsync(new TimeoutException());

        await Assert.ThrowsAsync<TimeoutException>(() =>
            new InProcessTransport([Consumer("Rain").Object, failing.Object]).PublishAsync([Envelope], CancellationToken.None));
    }

    [Fact]
    public async Task It_fails_when_nobody_takes_the_type() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            new InProcessTransport([Consumer("Snow").Object]).PublishAsync([Envelope], CancellationToken.None));

    private static Mock<IEventConsumer> Consumer(params string[] types)
    {
        var consumer = new Mock<IEventConsumer>();
        consumer.SetupGet(known => known.Types).Returns(types);
        return consumer;
    }
}
