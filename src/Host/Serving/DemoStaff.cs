using System.Security.Cryptography;
using Senim.Hosting.Configuration;
using Senim.Intake;
using Senim.Routing.Departments;

namespace Senim.Hosting.Serving;

/// <summary>Accounts to try the desk with, in Development only; their common password is made once and lies in the data folder.</summary>
internal sealed record DemoStaff(string Password, IReadOnlyList<NewStaffMember> Members)
{
    private const string PasswordFile = "demo-password.txt";

    private static readonly NewStaffMember[] Everyone =
    [
        new("taraz", "Demo officer, Taraz", StaffRole.Officer, "311000000", Language.Ru),
        new("almaly", "Demo officer, Almaly district of Almaty", StaffRole.Officer, "751110000", Language.Kk),
        new("zhambyl", "Demo lead, Zhambyl region", StaffRole.RegionalLead, "310000000", Language.Kk),
        new("national", "Demo national duty officer", StaffRole.National, OwningUnit.NationalCode, Language.Ru),
    ];

    public static async Task<DemoStaff> EnsureAsync(IServiceProvider services, NodeSettings settings, CancellationToken cancellationToken)
    {
        var path = Path.Combine(settings.DataPath, PasswordFile);
        var isNew = !File.Exists(path);
        if (isNew)
            await File.WriteAllTextAsync(path, $"demo-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6))}", cancellationToken);
        var password = (await File.ReadAllTextAsync(path, cancellationToken)).Trim();

        await using var scope = services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<IStaffAccounts>();
        foreach (var member in Everyone)
        {
            // Refused: the account is there from an earlier start. Its password is only set anew when that is, since that ends its sessions.
            if (await accounts.AddAsync(member, password, cancellationToken) is StaffAccountOutcome.Refused && isNew)
                await accounts.ResetPasswordAsync(member.SignInName, password, cancellationToken);
        }

        return new DemoStaff(password, Everyone);
    }
}
