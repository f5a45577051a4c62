using Microsoft.Extensions.Options;

namespace Senim.Routing.Transport.RabbitMq;

internal sealed class RabbitMqOptionsValidator : IValidateOptions<RabbitMqOptions>
{
    private const int MostNameChars = 100;

    public ValidateOptionsResult Validate(string? name, RabbitMqOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        try
        {
            var brokers = options.Brokers();
            if (brokers.Select(broker => (broker.Scheme, broker.UserInfo, broker.AbsolutePath)).Distinct().Count() > 1)
                return ValidateOptionsResult.Fail($"{RabbitMqOptions.Section}:RabbitMq: the brokers are of one cluster, so scheme, user, password and virtual host are the same in each URI.");
        }
        catch (FormatException error)
        {
            return ValidateOptionsResult.Fail($"{RabbitMqOptions.Section}:RabbitMq: {error.Message}");
        }

        foreach (var department in options.Departments)
        {
            if (department.Queue.Length is 0 or > MostNameChars || department.Queue.StartsWith("signals.", StringComparison.Ordinal))
                return ValidateOptionsResult.Fail($"{RabbitMqOptions.Section}:Departments: a queue has a name of 1 to {MostNameChars} characters that does not begin with 'signals.'.");
            if (department.Events.Split('.') is not { Length: 3 } parts || parts.Any(part => part.Length == 0))
                return ValidateOptionsResult.Fail($"{RabbitMqOptions.Section}:Departments: '{department.Events}' is not a pattern over region.district.urgency, such as 310000000.*.*");
        }

        return ValidateOptionsResult.Success;
    }
}
