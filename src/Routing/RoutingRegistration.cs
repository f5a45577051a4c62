using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Senim.Intake.Checkpoints;
using Senim.Intake.Checkups;
using Senim.Intake.Outbox;
using Senim.Intake.Storage;
using Senim.Routing.Alerts;
using Senim.Routing.Departments;
using Senim.Routing.Departments.Duty;
using Senim.Routing.Departments.Reachability;
using Senim.Routing.Drills;
using Senim.Routing.Evidence;
using Senim.Routing.Ladder;
using Senim.Routing.Links;
using Senim.Routing.Queues;
using Senim.Routing.Storage;
using Senim.Routing.Transport;
using Senim.Routing.Transport.RabbitMq;

namespace Senim.Routing;

public static class RoutingRegistration
{
    /// <summary>
    /// Queues and departments over one database: what fills them (<see cref="IEventConsumer"/>), what staff do with them
    /// (<see cref="IQueueDesk"/>, <see cref="ICaseDesk"/>, <see cref="ILinkDesk"/>, <see cref="IEvidenceDesk"/>, <see cref="IQueueChanges"/>, <see cref="IDepartments"/>,
    /// <see cref="IDutyBook"/>). Needs what <c>AddIntake</c> adds.
    /// The parts that staff use are singletons and may be handed to another side of the same process.
    /// </summary>
    /// <param name="connectionString">Of the routing database.</param>
    public static IServiceCollection AddRouting(
        this IServiceCollection services, string connectionString, DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ICheckpoints, OpenCheckpoints>();
        services.TryAddSingleton<OutboxBell<RoutingDb>>();
        services.AddRoutingDb(provider, connectionString);
        services.TryAddSingleton<DepartmentTree>();
        services.AddSingleton<LiveDepartments>();
        services.AddSingleton<IDepartments>(provider => provider.GetRequiredService<LiveDepartments>());
        services.TryAddSingleton<Rosters>();
        services.TryAddSingleton<OwnerReach>();
        services.AddSingleton<DutyReading>();
        services.AddSingleton<IDutyBook, DutyBook>();
        services.AddSingleton<QueueChanges>();
        services.AddSingleton<IQueueChanges>(provider => provider.GetRequiredService<QueueChanges>());
        services.AddOptions<LadderOptions>().BindConfiguration(LadderOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<LadderTimes>();
        services.AddSingleton<LadderFollowing>();
        services.AddSingleton<LadderClimb>();
        services.TryAddSingleton<ILadderAlerts, BookedAlerts>();
        services.AddSingleton<IDrills, DrillBook>();
        services.AddSingleton<QueueWrites>();
        services.AddSingleton<QueueReading>();
        services.AddSingleton<IQueueDesk, QueueDesk>();
        services.AddSingleton<StepTaking>();
        services.AddSingleton<ICaseDesk, CaseDesk>();
        services.AddSingleton<ILinkDesk, LinkDesk>();
        services.AddHostedService<StepSweep>();
        services.AddSingleton<IEventConsumer, QuestionConsumer>();
        services.AddSingleton<IEvidenceDesk, EvidenceDesk>();
        services.AddAlerts();
        return services.AddSingleton<IEventConsumer, SignalConsumer>();
    }

    /// <summary>Alerts level after level until somebody acts, and begins the weekly drills; needs <see cref="AddRouting"/>.</summary>
    public static IServiceCollection AddLadder(this IServiceCollection services)
    {
        services.AddSingleton<LadderSweep>();
        services.AddHostedService(provider => provider.GetRequiredService<LadderSweep>());
        services.AddSingleton<DrillSweep>();
        return services.AddHostedService(provider => provider.GetRequiredService<DrillSweep>());
    }

    /// <summary>Events go to the consumers that are registered here.</summary>
    public static IServiceCollection AddInProcessTransport(this IServiceCollection services) =>
        services.AddSingleton<IEventTransport, InProcessTransport>();

    /// <summary>Events go to the brokers of <see cref="RabbitMqOptions"/>, from where whichever node has the role takes them.</summary>
    public static IServiceCollection AddRabbitMqTransport(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<Brokers>();
        services.AddOptions<RabbitMqOptions>().BindConfiguration(RabbitMqOptions.Section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<RabbitMqOptions>, RabbitMqOptionsValidator>());
        return services.AddSingleton<IEventTransport, RabbitMqTransport>();
    }

    /// <summary>Brings events from the brokers to every <see cref="IEventConsumer"/> that is registered here. Needs <see cref="AddRabbitMqTransport"/>.</summary>
    public static IServiceCollection AddRabbitMqConsumers(this IServiceCollection services) => services.AddHostedService<RabbitMqConsumers>();

    /// <summary>Changes of queues are told between nodes. Needs <see cref="AddRabbitMqTransport"/> and <see cref="AddRouting"/>.</summary>
    public static IServiceCollection AddRabbitMqQueueChanges(this IServiceCollection services) => services.AddHostedService<QueueChangesRelay>();

    /// <summary>
    /// Accounts of staff in the routing database, and <see cref="IStaffAccounts"/> to make them. Signing in is the desk's to add to the
    /// builder that comes back. Needs the places that <c>AddIntake</c> adds.
    /// </summary>
    public static IdentityBuilder AddStaffAccounts(
        this IServiceCollection services, string connectionString, DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        services.AddRoutingDb(provider, connectionString);
        services.TryAddSingleton<DepartmentTree>();
        services.TryAddScoped<IStaffAccounts, StaffAccounts>();
        return services.AddIdentityCore<StaffMember>(options =>
            {
                // Length is what makes a password hard to guess; rules about signs only make it hard to remember.
                options.Password.RequiredLength = 12;
                options.Password.RequiredUniqueChars = 4;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
            })
            .AddEntityFrameworkStores<RoutingDb>();
    }

    /// <summary>Looks whether every unit has somebody who reads. Needs the places.</summary>
    /// <param name="connectionString">Of the routing database, which is not made when it is not there.</param>
    public static IServiceCollection AddReachableOwnersCheck(
        this IServiceCollection services, string connectionString, DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        services.AddRoutingDb(provider, connectionString);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<DepartmentTree>();
        services.TryAddSingleton<Rosters>();
        services.TryAddSingleton<OwnerReach>();
        return services.AddSingleton<ICheck, ReachableOwnersCheck>();
    }

    /// <summary>Says in the log at the start and every hour which units have nobody who can be alerted; needs <see cref="AddRouting"/>.</summary>
    public static IServiceCollection AddOwnerWatch(this IServiceCollection services)
    {
        services.AddSingleton<OwnerWatch>();
        services.AddSingleton<IOwnerWatch>(provider => provider.GetRequiredService<OwnerWatch>());
        return services.AddHostedService(provider => provider.GetRequiredService<OwnerWatch>());
    }
}
