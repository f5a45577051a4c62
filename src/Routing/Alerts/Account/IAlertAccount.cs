namespace Senim.Routing.Alerts.Account;

/// <summary>The ways of one person, which they alone see and change.</summary>
public interface IAlertAccount
{
    /// <summary>The ways that this installation has, whether or not the person uses them.</summary>
    Task<IReadOnlyList<MyWay>> ListAsync(string staffId, CancellationToken cancellationToken);

    /// <summary>Where the person is to be reached; it has to be confirmed anew.</summary>
    /// <returns>False when it is no mail address, or no number in the form <c>+77001234567</c>.</returns>
    Task<bool> SetAsync(string staffId, AlertWay way, string address, CancellationToken cancellationToken);

    Task RemoveAsync(string staffId, AlertWay way, CancellationToken cancellationToken);

    /// <summary>Sends a test by the way; answering it confirms the way. Within half a minute no second one is sent.</summary>
    Task TestAsync(string staffId, AlertWay way, CancellationToken cancellationToken);

    /// <summary>The code of the last test, as the person read it there.</summary>
    /// <returns>False for a wrong code, and after five of them until the next test.</returns>
    Task<bool> ConfirmAsync(string staffId, AlertWay way, string code, CancellationToken cancellationToken);

    /// <summary>A code for <c>/start CODE</c> in the bot of staff; it works once, for 15 minutes, and makes earlier ones void.</summary>
    Task<string> OfferLinkAsync(string staffId, CancellationToken cancellationToken);
}

/// <param name="Address">Empty when the person has set none; for the bot not empty once it is linked.</param>
/// <param name="IsTested">A test is on its way or has arrived, and is not answered yet.</param>
public sealed record MyWay(AlertWay Way, string Address, bool IsConfirmed, bool IsTested);
