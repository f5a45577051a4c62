using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Senim.Intake.Conversations;
using Senim.Intake.Privacy;
using Senim.Intake.Signals;
using Senim.Intake.Storage;

namespace Senim.Bots.Conversation.Turns;

/// <summary>Opens stored conversations and seals them again.</summary>
internal sealed class ConversationVault(KeyRing keys, IFlow flow)
{
    private const string Table = "Conversations";

    public LiveConversation Begin(ConversationKey key, ChannelKind channel) => new()
    {
        Key = key,
        Channel = channel,
        Version = 0,
        DataKey = DataKey.Create(keys.Content),
        IsDataKeyStored = false,
        State = flow.Begin(),
    };

    /// <summary>
    /// A conversation whose key was destroyed or whose state cannot be read begins anew over the same row: the reporter is answered in any
    /// case, and what could not be read goes to staff as it is.
    /// </summary>
    public LiveConversation Open(StoredConversation stored)
    {
        var row = stored.Row;
        var key = ConversationKey.FromBytes(row.Key);
        var live = Begin(key, row.Channel) with
        {
            Version = row.Version,
            LastDelivery = row.LastDelivery,
            LastActivity = row.LastActivity,
            SealedAddress = row.Address,
            Address = OpenAddress(key, row.Address),
        };
        if (stored.WrappedDataKey is null)
            return live with { State = live.State with { TimeoutUtc = row.TimeoutUtc } };

        string? plain = null;
        try
        {
            var dataKey = DataKey.Unwrap(keys.Content, row.DataKeyId, stored.WrappedDataKey);
            plain = Encoding.UTF8.GetString(Sealing.Open(dataKey, row.State, Place(key, "State")));
            return live with
            {
                DataKey = dataKey,
                IsDataKeyStored = true,
                State = JsonSerializer.Deserialize(plain, ConversationJson.Default.ConversationState)!,
                Memo = row.Memo is null ? null : Sealing.Open(dataKey, row.Memo, Place(key, "Memo")),
                Signal = stored.Signal is { } signal ? SignalRows.WithoutContent(signal) : null,
            };
        }
        catch (Exception error) when (error is CryptographicException or JsonException or NotSupportedException)
        {
            return live with { UnreadableState = plain ?? $"sealed:{Convert.ToBase64String(row.State)}" };
        }
    }

    public static ConversationRow Seal(LiveConversation live) => new()
    {
        Key = live.Key.ToBytes(),
        Channel = live.Channel,
        Version = live.Version,
        DataKeyId = live.DataKey.Id,
        State = Sealing.Seal(
            live.DataKey,
            SealedJson.Write(live.State, ConversationJson.Default.ConversationState),
            Place(live.Key, "State")),
        Memo = live.Memo is null ? null : SealMemo(live, live.Memo),
        Address = live.SealedAddress,
        LastDelivery = live.LastDelivery,
        LastActivity = live.LastActivity,
        TimeoutUtc = live.State.TimeoutUtc,
        SignalId = live.Signal?.Id,
    };

    public static byte[] SealMemo(LiveConversation live, byte[] memo) => Sealing.Seal(live.DataKey, memo, Place(live.Key, "Memo"));

    /// <summary>The conversation with the address the turn came from; sealed only when it differs.</summary>
    public LiveConversation WithAddress(LiveConversation live, byte[]? address) =>
        address is null || (live.Address is not null && live.Address.AsSpan().SequenceEqual(address))
            ? live
            : live with
            {
                Address = address,
                SealedAddress = Sealing.Seal(keys.Address, address, Place(live.Key, "Address")),
            };

    public DataKey NewDataKey() => DataKey.Create(keys.Content);

    private byte[]? OpenAddress(ConversationKey key, byte[]? sealedAddress)
    {
        try
        {
            return sealedAddress is null ? null : Sealing.Open(keys.Address, sealedAddress, Place(key, "Address"));
        }
        catch (CryptographicException)
        {
            // Sealed under a key that is gone: the next turn of the reporter brings the address again.
            return null;
        }
    }

    private static SealedPlace Place(ConversationKey key, string field) => new(Table, key.ToString(), field);
}
