using Senim.Hosting.Cli;

return await SenimCommands.RunAsync(args);
