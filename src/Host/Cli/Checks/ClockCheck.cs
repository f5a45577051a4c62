using System.Globalization;
using Senim.Intake.Checkups;

namespace Senim.Hosting.Cli.Checks;

/// <summary>
/// This machine's clock against the peers' <c>Date</c> headers. Due times, quiet hours and time-outs are counted by it; the time zone plays no part.
/// </summary>
internal sealed class ClockCheck(IConfiguration configuration, IHttpClientFactory clients, TimeProvider clock) : ICheck
{
    /// <summary>The header tells whole seconds and the answer was under way, so less than this says nothing.</summary>
    private static readonly TimeSpan MostOff = TimeSpan.FromSeconds(5);

    public string About => "Clock";

    public async Task<IReadOnlyList<Finding>> FindAsync(CancellationToken cancellationToken)
    {
        var answers = await Task.WhenAll(Peers().Select(peer => OffByAsync(peer, cancellationToken)));

        // One peer's clock may be wrong itself: the nearest counts.
        return answers.Where(answer => answer is not null).MinBy(answer => answer!.Value.Duration()) is { } off && off.Duration() > MostOff
            ? [new Finding(About, string.Create(CultureInfo.InvariantCulture, $"this machine is {off.Duration().TotalSeconds:0} s {(off > TimeSpan.Zero ? "ahead" : "behind")}."), "Let it follow a time server (timedatectl set-ntp true).")]
            : [];
    }

    private IEnumerable<Uri> Peers()
    {
        if (configuration["Senim:Telegram:Token"] is { Length: > 0 })
            yield return Address("Senim:Telegram:ApiUrl", "https://api.telegram.org");
        if (configuration["Senim:Sms:AccountSid"] is { Length: > 0 })
            yield return Address("Senim:Sms:ApiUrl", "https://api.twilio.com");
    }

    private Uri Address(string setting, string usual) =>
        Uri.TryCreate(configuration[setting], UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : new Uri(usual);

    /// <returns>How far this machine is ahead; null when the peer tells no time.</returns>
    private async Task<TimeSpan?> OffByAsync(Uri peer, CancellationToken cancellationToken)
    {
        try
        {
            using var client = clients.CreateClient(CheckRegistration.Client);
            using var request = new HttpRequestMessage(HttpMethod.Head, new Uri(peer, "/"));
            var asked = clock.GetUtcNow();
            using var answer = await client.SendAsync(request, cancellationToken);
            var between = asked + ((clock.GetUtcNow() - asked) / 2);
            return between - answer.Headers.Date;
        }
        catch (HttpRequestException)
        {
            // That a peer does not answer is said by the check of that peer.
            return null;
        }
    }
}
