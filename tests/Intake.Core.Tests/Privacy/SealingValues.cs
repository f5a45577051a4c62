using System.Security.Cryptography;
using System.Text;
using Senim.Intake.Conversations;
using Senim.Intake.Privacy;
using Senim.Intake.Signals;

namespace Senim.Intake.Core.Tests.Privacy;

public sealed class SealingValues
{
    private static readonly SealedPlace Here = new("Signals", "1", "Content");

    [Fact]
    public void What_was_sealed_opens_under_the_same_key_and_place()
    {
        var key = MasterKey.Random();
        var value = Sealing.Seal(key, "сенім"u8, Here);
        Assert.Equal("сенім", Encoding.UTF8.GetString(Sealing.Open(key, value, Here)));
    }

    [Theory]
    [InlineData("Others", "1", "Content")]
    [InlineData("Signals", "2", "Content")]
    [InlineData("Signals", "1", "Other")]
    public void It_opens_at_no_other_place(string table, string row, string field)
    {
        var key = MasterKey.Random();
        var value = Sealing.Seal(key, "words"u8, Here);
        Assert.ThrowsAny<CryptographicException>(() => Sealing.Open(key, value, new SealedPlace(table, row, field)));
    }

    [Fact]
    public void Each_changed_byte_is_noticed()
    {
        var key = MasterKey.Random();
        var value = Sealing.Seal(key, "words"u8, Here);
        for (var i = 0; i < value.Length; i++)
        {
            var changed = (byte[])value.Clone();
            changed[i] ^= 0x40;
            Assert.ThrowsAny<CryptographicException>(() => Sealing.Open(key, changed, Here));
        }
    }

    [Fact]
    public void The_same_words_never_look_the_same_twice()
    {
        var key = MasterKey.Random();
        Assert.NotEqual(Sealing.Seal(key, "words"u8, Here), Sealing.Seal(key, "words"u8, Here));
    }

    [Fact]
    public void Older_versions_still_open_after_a_new_one_was_added()
    {
        var first = RandomNumberGenerator.GetBytes(32);
        var before = new MasterKey(new Dictionary<int, byte[]> { [1] = first });
        var after = new MasterKey(new Dictionary<int, byte[]> { [1] = first, [2] = RandomNumberGenerator.GetBytes(32) });
        var old = Sealing.Seal(before, "words"u8, Here);

        Assert.Equal("words"u8.ToArray(), Sealing.Open(after, old, Here));
        Assert.ThrowsAny<CryptographicException>(() => Sealing.Open(before, Sealing.Seal(after, "words"u8, Here), Here));
    }

    [Fact]
    public void A_data_key_opens_only_under_its_own_id()
    {
        var content = MasterKey.Random();
        var key = DataKey.Create(content);
        Assert.Equal(
            "words"u8.ToArray(),
            Sealing.Open(DataKey.Unwrap(content, key.Id, key.Wrapped), Sealing.Seal(key, "words"u8, Here), Here));
        Assert.ThrowsAny<CryptographicException>(() => DataKey.Unwrap(content, Guid.NewGuid(), key.Wrapped));
    }

    [Fact]
    public void A_blind_key_depends_on_channel_account_and_lookup_key_and_on_nothing_else()
    {
        var keys = KeyRing.Random();
        var blind = new BlindIndex(keys);
        var key = blind.Conversation(ChannelKind.Telegram, "4242");

        Assert.Equal(key, new BlindIndex(keys).Conversation(ChannelKind.Telegram, "4242"));
        Assert.NotEqual(key, blind.Conversation(ChannelKind.Sms, "4242"));
        Assert.NotEqual(key, blind.Conversation(ChannelKind.Telegram, "4243"));
        Assert.NotEqual(key, new BlindIndex(KeyRing.Random()).Conversation(ChannelKind.Telegram, "4242"));
        Assert.Equal(key, ConversationKey.FromBytes(key.ToBytes()));
    }

    [Fact]
    public void A_key_that_the_roles_do_not_need_is_not_held()
    {
        var ring = new KeyRing(MasterKey.Random(), null, null);
        Assert.Throws<InvalidOperationException>(() => ring.Address);
        Assert.Throws<InvalidOperationException>(() => { _ = ring.Lookup; });
    }
}
