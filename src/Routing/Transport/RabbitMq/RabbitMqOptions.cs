namespace Senim.Routing.Transport.RabbitMq;

/// <summary><c>Senim:Transport</c>: how events travel between several nodes.</summary>
public sealed class RabbitMqOptions
{
    public const string Section = "Senim:Transport";

    /// <summary>
    /// Connection URIs of the brokers of one cluster, comma-separated (<c>amqp://user:password@host:5672/vhost</c>, <c>amqps</c> for TLS); all with the
    /// same user and virtual host. Empty: events stay within the process. Environment variable only.
    /// </summary>
    public string RabbitMq { get; set; } = "";

    /// <summary>Departments with a system of their own: each gets a durable queue of its own, which that system empties. Default none.</summary>
    public IList<DepartmentQueue> Departments { get; } = [];

    /// <summary>The brokers, in the order of the setting.</summary>
    /// <exception cref="FormatException">One of them is no such URI; the message names none of its parts.</exception>
    public IReadOnlyList<Uri> Brokers() =>
    [
        .. RabbitMq.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(text =>
            Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "amqp" or "amqps" && uri.Host.Length > 0
                ? uri
                : throw new FormatException("A broker is named as amqp://user:password@host:port/vhost or amqps://...")),
    ];
}

/// <summary>Copies of events for one department.</summary>
public sealed class DepartmentQueue
{
    /// <summary>Name of the queue, 1 to 100 characters, for example <c>department.311000000</c>.</summary>
    public string Queue { get; set; } = "";

    /// <summary>Which events, as a topic pattern over <c>region.district.urgency</c>, for example <c>310000000.311000000.*</c>.</summary>
    public string Events { get; set; } = "";
}
