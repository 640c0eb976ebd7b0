using Drydock.Maas.Shell;

var options = ShellOptions.Parse(args, out var problem);
if (options is null)
{
    await Console.Error.WriteLineAsync(problem);
    return 2;
}

if (options.ShowHelp)
{
    Console.WriteLine(ShellOptions.Help);
    return 0;
}

using var session = new ShellSession(options);
return options switch
{
    { Script: { } script } => session.RunScript(script, options.Arguments),
    { Command: { } command } => session.RunText(command),
    _ => session.RunPrompt(),
};
