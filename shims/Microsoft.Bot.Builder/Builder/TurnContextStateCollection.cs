namespace Microsoft.Bot.Builder;

/// <summary>What the parts of a pipeline leave for each other during one turn. Values are disposed with it.</summary>
public class TurnContextStateCollection : Dictionary<string, object>, IDisposable
{
    private bool _disposed;

    public TurnContextStateCollection()
    {
    }

    public void Add<T>(string key, T value)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (value is null)
            throw new ArgumentNullException(nameof(value));

        ObjectDisposedException.ThrowIf(_disposed, this);
        base.Add(key, value);
    }

    /// <summary>Adds the value under the full name of <typeparamref name="T"/>.</summary>
    public void Add<T>(T value) => Add(typeof(T).FullName, value);

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (_disposed)
            return;

        _disposed = true;
        if (!disposing)
            return;

        foreach (var value in Values.OfType<IDisposable>())
            value.Dispose();
    }

    /// <summary>The value under <paramref name="key"/>; default when there is none or it is of another type.</summary>
    public T Get<T>(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        ObjectDisposedException.ThrowIf(_disposed, this);
        return TryGetValue(key, out var value) && value is T typed ? typed : default;
    }

    public T Get<T>() => Get<T>(typeof(T).FullName);

    public void Set<T>(string key, T value)
    {
        ArgumentNullException.ThrowIfNull(key);
        ObjectDisposedException.ThrowIf(_disposed, this);
        this[key] = value;
    }

    public void Set<T>(T value) => Set(typeof(T).FullName, value);
}
