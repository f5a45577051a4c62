using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Senim.Intake.Places;
using Senim.Intake.Privacy;
using Senim.Routing;
using Senim.Routing.Alerts.Account;
using Senim.Routing.Alerts.Answering;
using Senim.Routing.Departments;
using Senim.Routing.Departments.Duty;
using Senim.Routing.Drills;
using Senim.Routing.Evidence;
using Senim.Routing.Links;
using Senim.Routing.Queues;

namespace Senim.Desk.Tests.World;

internal sealed class DeskNodeOptions
{
    public TimeSpan Heartbeat { get; set; } = TimeSpan.FromMilliseconds(200);

    public KeyRing? Keys { get; set; }

    public Action<WebApplication> Map { get; set; } = _ => { };
}

/// <summary>One running desk on a free port, put together as the host does it.</summary>
internal sealed class DeskNode : IAsyncDisposable
{
    private readonly WebApplication app;

    private DeskNode(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.Single());

    public IServiceProvider Services => app.Services;

    public static async Task<DeskNode> StartAsync(DeskWorld world, Action<DeskNodeOptions>? configure)
    {
        var options = new DeskNodeOptions();
        configure?.Invoke(options);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(world.Clock);
        builder.Services.AddSingleton(options.Keys ?? world.Keys);
        builder.Services.AddSingleton(world.Routing.GetRequiredService<IPlaceDirectory>());
        builder.Services.AddSingleton(world.Routing.GetRequiredService<IQueueDesk>());
        builder.Services.AddSingleton(world.Routing.GetRequiredService<ICaseDesk>());
        builder.Services.AddSingleton(world.Routing.GetRequiredService<ILinkDesk>());
        builder.Services.AddSingleton(world.Routing.GetRequiredService<IDepartments>());
        builder.Services.AddSingleton(world.Routing.GetRequiredService<IQueueChanges>());
        builder.Services.AddSingleton(world.Routing.GetRequiredService<IEvidenceDesk>());
        builder.Services.AddSingleton(world.Routing.GetRequiredService<IDutyBook>());
        builder.Services.AddSingleton(world.Routing.GetRequiredService<IDrills>());
        builder.Services.AddSingleton(world.Routing.GetRequiredService<IAlertAnswers>());
        builder.Services.AddSingleton(world.Routing.GetRequiredService<IAlertAccount>());
        builder.Services.AddSingleton(world.Routing.GetRequiredService<IDeadAlerts>());
        builder.Services.AddStaffAccounts(world.ConnectionString);
        builder.Services.AddDesk(new DeskOptions
        {
            SessionKeysPath = world.SessionKeys,
            Heartbeat = options.Heartbeat,
        });
        builder.Services.Configure<PasswordHasherOptions>(DeskWorld.HashLightly);
        var app = builder.Build();
        app.MapDesk();
        options.Map(app);
        await app.StartAsync();
        return new DeskNode(app);
    }

    public DeskClient Client() => new(Address);

    public async Task<DeskClient> SignInAsync(string name)
    {
        var client = Client();
        var answer = await client.SignInAsync(name, DeskWorld.Password);
        Assert.True(answer.Headers.Location?.ToString() == "/queue", $"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        return client;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
