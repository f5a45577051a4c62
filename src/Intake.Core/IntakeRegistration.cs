using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Senim.Intake.Checkpoints;
using Senim.Intake.Codes;
using Senim.Intake.Conversations;
using Senim.Intake.Doors;
using Senim.Intake.Evidence;
using Senim.Intake.Likeness;
using Senim.Intake.Notes;
using Senim.Intake.Outbox;
using Senim.Intake.Places;
using Senim.Intake.Privacy;
using Senim.Intake.Promises;
using Senim.Intake.Questions;
using Senim.Intake.Signals;
using Senim.Intake.Storage;
using Senim.Intake.Storage.Turns;

namespace Senim.Intake;

/// <summary>What the host hands to the intake core.</summary>
/// <param name="ConnectionString">Of the intake database.</param>
/// <param name="Keys">The keys that this side of the node may hold.</param>
public sealed record IntakeSettings(string ConnectionString, KeyRing Keys, DatabaseProvider Provider = DatabaseProvider.Sqlite);

public static class IntakeRegistration
{
    /// <summary>What every side needs: the sealed store to read from, places and promises.</summary>
    public static IServiceCollection AddIntake(this IServiceCollection services, IntakeSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ICheckpoints, OpenCheckpoints>();
        services.AddSingleton(settings.Keys);
        services.AddPlaces().AddPromises();
        services.AddIntakeDb(settings.Provider, settings.ConnectionString);
        services.AddSingleton(settings);
        services.AddSingleton<QuestionStore>();
        services.AddSingleton<IStaffQuestions>(provider => provider.GetRequiredService<QuestionStore>());
        services.AddSingleton<ICaseNotes, CaseNoteStore>();
        services.AddSingleton<ISignalLikeness, SignalLikeness>();
        services.AddEvidenceReading();
        return services.AddSingleton<ISignalReader, SignalReader>();
    }

    /// <summary>What the receiving side needs besides: turns are written, the outbox is emptied, staff's steps are heard of.</summary>
    public static IServiceCollection AddIntakeWriting(this IServiceCollection services)
    {
        services.AddSingleton<BlindIndex>();
        services.AddSingleton<ITurnStore>(provider => provider.GetRequiredService<IntakeSettings>().Provider switch
        {
            DatabaseProvider.Sqlite => ActivatorUtilities.CreateInstance<SqliteTurnStore>(provider),
            DatabaseProvider.SqlServer => ActivatorUtilities.CreateInstance<SqlServerTurnStore>(provider),
            DatabaseProvider.PostgreSql => ActivatorUtilities.CreateInstance<PostgreSqlTurnStore>(provider),
        });
        services.AddSingleton<ILineReader, LineReader>();
        services.AddSingleton<IAskedQuestions>(provider => provider.GetRequiredService<QuestionStore>());
        services.AddSingleton<ICaseLookup, CaseLookup>();
        services.AddSingleton<ICodeSource, RandomCodes>();
        services.AddOptions<QuestionOptions>().BindConfiguration(QuestionOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddDoors();
        services.AddSingleton<IEventConsumer, ProgressConsumer>();
        services.AddEvidenceWriting();
        services.AddHostedService<ErasedSweep>();
        return services.AddOutbox<IntakeDb>();
    }

    /// <summary>Empties the outbox of one database. What events go to is the <see cref="IEventTransport"/> registered beside it.</summary>
    public static IServiceCollection AddOutbox<TDb>(this IServiceCollection services)
        where TDb : DbContext
    {
        services.AddSingleton<OutboxBell<TDb>>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IOutboxHandler, EventOutboxHandler>());
        return services.AddHostedService<OutboxSweep<TDb>>();
    }
}
