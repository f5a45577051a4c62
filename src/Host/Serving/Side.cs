using Senim.Hosting.Configuration;

namespace Senim.Hosting.Serving;

/// <summary>
/// One side of the node: its own web server, services and endpoints. The two are told apart by their port alone, never by the Host header,
/// which the client writes.
/// </summary>
internal static class Side
{
    public static WebApplicationBuilder Create(Uri url)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            EnvironmentName = Startup.EnvironmentName,
            ContentRootPath = AppContext.BaseDirectory,
            ApplicationName = "senim",
        });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddConfiguration(Startup.ReadConfiguration());
        builder.WebHost.UseUrls(url.ToString());
        builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
        builder.Logging.ClearProviders();
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
        builder.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-ddTHH:mm:ssZ ";
        });
        ReporterLogs.Silence(builder.Services);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));
        return builder;
    }
}
