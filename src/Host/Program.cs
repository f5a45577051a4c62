using Senim.Hosting.Cli;
using Senim.Hosting.Configuration;

CultureData.Settle();
return await SenimCommands.RunAsync(args);
