namespace Twilio.Base;

/// <summary>The parameters of one call.</summary>
public interface IOptions<T>
    where T : Resource;

/// <summary>The parameters of a list.</summary>
public abstract class ReadOptions<T> : IOptions<T>
    where T : Resource
{
    private long? _limit;

    protected ReadOptions()
    {
    }

    /// <summary>At most 1000; 50 unless given. Twilio API, paging.</summary>
    public long? PageSize { get; set; }

    /// <summary>About how many records are wanted: see <see cref="ResourceSet{T}"/>. Asks for one page of that size unless a size is given.</summary>
    public long? Limit
    {
        get => _limit;
        set
        {
            _limit = value;
            PageSize ??= value;
        }
    }
}
