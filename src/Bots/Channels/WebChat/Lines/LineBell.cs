using Senim.Intake.Conversations;

namespace Senim.Bots.Channels.WebChat.Lines;

/// <summary>Wakes the streams of a conversation that are open on this node when a line was added on this node.</summary>
internal sealed class LineBell
{
    private readonly Dictionary<ConversationKey, List<Ear>> _ears = [];
    private readonly Lock _guard = new();

    public Ear Listen(ConversationKey conversation)
    {
        var ear = new Ear(this, conversation);
        lock (_guard)
        {
            if (!_ears.TryGetValue(conversation, out var listening))
                _ears[conversation] = listening = [];
            listening.Add(ear);
        }

        return ear;
    }

    public void Ring(ConversationKey conversation)
    {
        lock (_guard)
        {
            foreach (var ear in _ears.GetValueOrDefault(conversation, []))
                ear.Wake();
        }
    }

    private void Leave(Ear ear)
    {
        lock (_guard)
        {
            if (_ears.TryGetValue(ear.Conversation, out var listening) && listening.Remove(ear) && listening.Count == 0)
                _ears.Remove(ear.Conversation);
        }
    }

    /// <summary>One listener. A ring that comes while it is busy is not lost: the next wait returns at once.</summary>
    internal sealed class Ear(LineBell bell, ConversationKey conversation) : IDisposable
    {
        private readonly SemaphoreSlim _rung = new(0, 1);

        public ConversationKey Conversation => conversation;

        /// <returns>False when nothing rang for that long.</returns>
        public Task<bool> WaitAsync(TimeSpan longest, CancellationToken cancellationToken) => _rung.WaitAsync(longest, cancellationToken);

        public void Wake()
        {
            // Only called under the bell's lock, so nobody else raises the count in between.
            if (_rung.CurrentCount == 0)
                _rung.Release();
        }

        public void Dispose()
        {
            bell.Leave(this);
            _rung.Dispose();
        }
    }
}
