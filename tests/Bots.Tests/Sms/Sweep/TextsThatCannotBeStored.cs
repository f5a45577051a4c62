using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Senim.Bots.Conversation.Turns;
using Senim.Bots.Tests.Telegram;
using Senim.Bots.Tests.Turns;
using Senim.Intake.Conversations;

namespace Senim.Bots.Tests.Sms.Sweep;

/// <summary>The database answers, and one text cannot be written in any form.</summary>
public sealed class TextsThatCannotBeStored : SweepBench
{
    private protected override IFlow Flow() => new TestFlow();

    private protected override void Configure(IServiceCollection services) =>
        services.Replace(ServiceDescriptor.Singleton<ITurnStore>(provider => new CursedStore(provider.GetRequiredService<BreakableStore>())));

    [Fact]
    public async Task It_lies_aside_once_keeps_back_nothing_and_stays_at_Twilio()
    {
        const string Other = "+77010000082";
        ((CursedStore)Host.Get<ITurnStore>()).Cursed = Host.Key(Child);
        Host.Twilio.KeepText(Child, "cursed");
        Host.Twilio.KeepText(Other, "plain");
        PassMinutes(2);

        Assert.True(await SweepAsync());
        Assert.True(await SweepAsync());

        Assert.Equal(["plain"], await HeardAsync(Other));
        Assert.Equal(["cursed"], Kept);
        Assert.Single(Directory.GetFiles(Path.Combine(Spool, "aside")));
    }

    private sealed class CursedStore(ITurnStore inner) : ITurnStore
    {
        public ConversationKey Cursed { get; set; }

        public Task<StoredConversation?> LoadAsync(ConversationKey key, CancellationToken cancellationToken) =>
            key == Cursed ? throw new InvalidOperationException("A planned fault.") : inner.LoadAsync(key, cancellationToken);

        public Task<IReadOnlyList<TurnOutcome>> CommitAsync(
            IReadOnlyList<TurnWrite> batch, IReadOnlyList<MemoWrite> memos, CancellationToken cancellationToken) => inner.CommitAsync(batch, memos, cancellationToken);

        public Task EnqueueAsync(Intake.Outbox.OutboxRow row, CancellationToken cancellationToken) => inner.EnqueueAsync(row, cancellationToken);

        public Task<IReadOnlyList<DueTimeOut>> DueTimeOutsAsync(DateTime nowUtc, int limit, CancellationToken cancellationToken) =>
            inner.DueTimeOutsAsync(nowUtc, limit, cancellationToken);
    }
}
