using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Senim.Bots;
using Senim.Bots.Conversation.Flows;
using Senim.Hosting.Configuration;
using Senim.Intake.Places;
using Senim.Intake.Promises;
using Senim.Intake.Triage;

namespace Senim.Hosting.Cli;

/// <summary><c>chat</c>: plays the conversation in the terminal. Nothing is stored or sent.</summary>
internal static class ChatCommand
{
    public static Command Create()
    {
        var command = new Command("chat", "Plays the conversation in the terminal. Nothing is stored or sent.");
        command.SetAction(async (_, cancellation) =>
        {
            var services = new ServiceCollection();
            services.AddSingleton<IConfiguration>(Startup.ReadConfiguration());
            services.AddSingleton(TimeProvider.System);
            services.AddPlaces().AddPromises().AddTriage();
            services.AddConversationPlayer();
            await using var provider = services.BuildServiceProvider();
            await provider.GetRequiredService<ConversationPlayer>().PlayAsync(Console.In, Console.Out, cancellation);
            return 0;
        });
        return command;
    }
}
