using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Senim.Bots.Channels.Sms;

/// <summary>
/// A form as it was posted: read into a pooled buffer, taken apart where it lies, its pairs in the order in which they are signed. Nothing
/// of it is a string before its signature was seen to hold. Source of the form: WHATWG URL, "application/x-www-form-urlencoded parsing".
/// </summary>
internal sealed class PostedForm : IDisposable
{
    public const int MostBytes = 64 * 1024;

    /// <summary>Twilio sends some twenty, and two more for each of at most ten files.</summary>
    private const int MostPairs = 128;

    private const string ContentType = "application/x-www-form-urlencoded";

    private readonly byte[] buffer;
    private readonly Pair[] pairs = ArrayPool<Pair>.Shared.Rent(MostPairs);
    private int count;

    private PostedForm(byte[] buffer) => this.buffer = buffer;

    /// <summary>Bytes of all names and values.</summary>
    public int Length { get; private set; }

    /// <returns>Null for what is no form, is broken off, or is larger or has more pairs than a form of Twilio's.</returns>
    public static async ValueTask<PostedForm?> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        if (!IsForm(request.ContentType) || request.ContentLength > MostBytes)
            return null;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MostBytes;
        var buffer = ArrayPool<byte>.Shared.Rent((int)(request.ContentLength ?? MostBytes) + 1);
        var length = await FillAsync(request, buffer, context.RequestAborted);
        return Take(buffer, length);
    }

    /// <summary>For tests and benchmarks: a body that is here already.</summary>
    public static PostedForm? Read(ReadOnlySpan<byte> body)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(body.Length + 1);
        body.CopyTo(buffer);
        return Take(buffer, body.Length);
    }

    /// <summary>The value of a name that stands there just once.</summary>
    public bool TryGetOnce(ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        value = default;
        var found = 0;
        foreach (ref readonly var pair in pairs.AsSpan(0, count))
        {
            if (!Name(pair).SequenceEqual(name))
                continue;
            value = Value(pair);
            found++;
        }

        return found == 1;
    }

    public bool Has(ReadOnlySpan<byte> name)
    {
        foreach (ref readonly var pair in pairs.AsSpan(0, count))
        {
            if (Name(pair).SequenceEqual(name))
                return true;
        }

        return false;
    }

    /// <summary>
    /// Writes each name and its value, in order of the names and without a mark between them. A pair that comes twice counts once, as in
    /// Twilio's own libraries.
    /// </summary>
    /// <returns>Bytes written; at most <see cref="Length"/>.</returns>
    public int CopySigned(Span<byte> target)
    {
        var order = new SignedOrder(buffer);
        pairs.AsSpan(0, count).Sort(order);
        var written = 0;
        for (var i = 0; i < count; i++)
        {
            if (i > 0 && order.Compare(pairs[i - 1], pairs[i]) == 0)
                continue;
            Name(pairs[i]).CopyTo(target[written..]);
            written += pairs[i].NameLength;
            Value(pairs[i]).CopyTo(target[written..]);
            written += pairs[i].ValueLength;
        }

        return written;
    }

    /// <summary>What a message says is wiped from memory that others will use.</summary>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        ArrayPool<Pair>.Shared.Return(pairs);
    }

    private static bool IsForm(string? contentType)
    {
        var type = contentType.AsSpan();
        var end = type.IndexOf(';');
        return (end < 0 ? type : type[..end]).Trim().Equals(ContentType, StringComparison.OrdinalIgnoreCase);
    }

    /// <returns>Bytes read; -1 when there are too many or the body breaks off.</returns>
    private static async ValueTask<int> FillAsync(HttpRequest request, byte[] buffer, CancellationToken cancellationToken)
    {
        var told = (int?)request.ContentLength;
        var length = 0;
        try
        {
            while (length != told && length <= MostBytes)
            {
                var read = await request.Body.ReadAsync(buffer.AsMemory(length, Math.Min(buffer.Length, MostBytes + 1) - length), cancellationToken);
                if (read == 0)
                    return told is null ? length : -1;
                length += read;
            }
        }
        catch (Exception error) when (error is IOException or OperationCanceledException)
        {
            // A body in no form that HTTP knows, too long, or a caller who has left.
            return -1;
        }

        return length <= MostBytes ? length : -1;
    }

    private static PostedForm? Take(byte[] buffer, int length)
    {
        var form = new PostedForm(buffer);
        if (length >= 0 && form.TryParse(length))
            return form;
        form.Dispose();
        return null;
    }

    /// <summary>Decodes in place: what is written is never longer than what was read.</summary>
    private bool TryParse(int length)
    {
        var read = 0;
        var written = 0;
        while (read < length)
        {
            if (buffer[read] == '&')
            {
                read++;
                continue;
            }

            if (count == MostPairs)
                return false;
            var name = written;
            if (!TryDecode(length, ref read, ref written, endsAtEquals: true))
                return false;
            var value = written;
            if (read < length && buffer[read] == '=')
            {
                read++;
                if (!TryDecode(length, ref read, ref written, endsAtEquals: false))
                    return false;
            }

            pairs[count++] = new Pair(name, value - name, value, written - value);
        }

        Length = written;
        return true;
    }

    private bool TryDecode(int length, ref int read, ref int written, bool endsAtEquals)
    {
        for (; read < length && buffer[read] != '&'; read++)
        {
            switch (buffer[read])
            {
                case (byte)'=' when endsAtEquals:
                    return true;
                case (byte)'+':
                    buffer[written++] = (byte)' ';
                    break;
                case (byte)'%':
                    if (read + 2 >= length || (Nibble(buffer[read + 1]) << 4 | Nibble(buffer[read + 2])) is not (>= 0 and var value))
                        return false;
                    buffer[written++] = (byte)value;
                    read += 2;
                    break;
                default:
                    buffer[written++] = buffer[read];
                    break;
            }
        }

        return true;
    }

    /// <returns>-1 for what is no hexadecimal digit.</returns>
    private static int Nibble(byte letter) => letter switch
    {
        >= (byte)'0' and <= (byte)'9' => letter - '0',
        >= (byte)'a' and <= (byte)'f' => letter - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => letter - 'A' + 10,
        _ => -1,
    };

    private ReadOnlySpan<byte> Name(in Pair pair) => buffer.AsSpan(pair.NameStart, pair.NameLength);

    private ReadOnlySpan<byte> Value(in Pair pair) => buffer.AsSpan(pair.ValueStart, pair.ValueLength);

    private readonly record struct Pair(int NameStart, int NameLength, int ValueStart, int ValueLength);

    /// <summary>By name, then by value, in the order of UTF-16 units, in which Twilio's libraries sort.</summary>
    private sealed class SignedOrder(byte[] buffer) : IComparer<Pair>
    {
        public int Compare(Pair x, Pair y)
        {
            var names = Compare(buffer.AsSpan(x.NameStart, x.NameLength), buffer.AsSpan(y.NameStart, y.NameLength));
            return names != 0 ? names : Compare(buffer.AsSpan(x.ValueStart, x.ValueLength), buffer.AsSpan(y.ValueStart, y.ValueLength));
        }

        /// <summary>UTF-8 sorts as UTF-16 does but for what takes four bytes, which UTF-16 puts before U+E000 (bytes EE and EF).</summary>
        private static int Compare(ReadOnlySpan<byte> x, ReadOnlySpan<byte> y)
        {
            var same = x.CommonPrefixLength(y);
            if (same == x.Length || same == y.Length)
                return x.Length - y.Length;
            var (one, other) = (x[same], y[same]);
            return one >= 0xEE && other >= 0xEE && one >= 0xF0 != other >= 0xF0 ? other - one : one - other;
        }
    }
}
