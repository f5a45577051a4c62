namespace Senim.Hosting.Tests.Checks;

public sealed class CheckingMail : CheckedNodeTests
{
    [Fact]
    public async Task All_is_right_and_nothing_is_sent()
    {
        await using var mail = Listen();
        SignIn();
        Assert.Equal("All is right.", Assert.Single((await Node.CheckAsync()).Lines));
        Assert.Equal(["EHLO", "AUTH", "MAIL", "RSET", "QUIT"], mail.Told.Select(command => command.Split(' ')[0]));
    }

    [Fact]
    public async Task The_password_is_refused()
    {
        await using var mail = Listen(new() { ["AUTH"] = "535 no" });
        SignIn();
        await AssertLineAsync("Senim__Alerts__Smtp__User: ", "(535)");
        Assert.DoesNotContain("secret-password", await Node.OnlyLineAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_knows_only_the_older_way_of_signing_in()
    {
        await using var mail = Listen(new() { ["AUTH PLAIN"] = "504 what", ["AUTH LOGIN"] = "334 VXNlcm5hbWU6", ["YWxlcnRz"] = "334 UGFzc3dvcmQ6", ["c2VjcmV0LXBhc3N3b3Jk"] = "235 welcome" });
        SignIn();
        Assert.Equal(0, (await Node.CheckAsync()).ExitCode);
    }

    [Fact]
    public async Task The_sender_is_refused()
    {
        await using var mail = Listen(new() { ["MAIL"] = "553 not yours" });
        await AssertLineAsync("Senim__Alerts__Smtp__From: ", "(553)");
    }

    [Fact]
    public async Task There_is_no_sender()
    {
        await using var mail = Listen();
        Node["Senim:Alerts:Smtp:From"] = "";
        await AssertLineAsync("Senim__Alerts__Smtp__From: is not set.");
    }

    [Fact]
    public async Task We_are_not_let_in()
    {
        await using var mail = Listen(new() { [""] = "554 go away" });
        await AssertLineAsync("Senim__Alerts__Smtp__Host: ", "(554)");
    }

    [Fact]
    public async Task Nobody_is_there()
    {
        Node["Senim:Alerts:Smtp:Host"] = "127.0.0.1";
        Node["Senim:Alerts:Smtp:Port"] = "9";
        await AssertLineAsync("Senim__Alerts__Smtp__Host: 127.0.0.1:9 cannot be reached");
    }

    [Fact]
    public async Task The_connection_breaks_off()
    {
        await using var mail = Listen(new() { ["EHLO"] = "" });
        await AssertLineAsync("Senim__Alerts__Smtp__Host: ", "broke off");
    }

    [Fact]
    public async Task The_certificate_is_nobodys()
    {
        using var certificate = TestCertificates.Make(TimeSpan.FromDays(30));
        await using var mail = new MailListener(certificate: certificate);
        Use(mail);
        SignIn();
        await AssertLineAsync("Senim__Alerts__Smtp__Host: ", "not trusted");
        Assert.DoesNotContain(mail.Told, command => command.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_port_is_none()
    {
        Node["Senim:Alerts:Smtp:Host"] = "127.0.0.1";
        Node["Senim:Alerts:Smtp:Port"] = "smtp";
        await AssertLineAsync("Senim__Alerts__Smtp__Port: is not a port.");
    }

    private MailListener Listen(Dictionary<string, string>? replies = null)
    {
        var mail = new MailListener(replies);
        Use(mail);
        return mail;
    }

    private void Use(MailListener mail)
    {
        Node["Senim:Alerts:Smtp:Host"] = "127.0.0.1";
        Node["Senim:Alerts:Smtp:Port"] = $"{mail.Port}";
        Node["Senim:Alerts:Smtp:From"] = "alerts@example.kz";
    }

    private void SignIn()
    {
        Node["Senim:Alerts:Smtp:User"] = "alerts";
        Node["Senim:Alerts:Smtp:Password"] = "secret-password";
    }
}
