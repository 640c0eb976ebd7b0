using System.Net.Sockets;
using System.Runtime.InteropServices;
using Drydock.Maas.Simulator;

if (args.Contains("--help"))
{
    Console.WriteLine(SimulatorArguments.Usage);
    return 0;
}

var (options, problem) = SimulatorArguments.Parse(args);
if (options is null)
{
    await Console.Error.WriteLineAsync($"{problem} See --help.");
    return 2;
}

using var ended = new ManualResetEventSlim();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
try
{
    await using var simulator = MaasSimulator.Start(options);
    Console.WriteLine($"url:     {simulator.Url}");
    Console.WriteLine($"api key: {simulator.ApiKey}");
    ended.Wait();
    if (options.SavePath is { } path)
        simulator.Save(path);
    return 0;
}
catch (SocketException exception)
{
    await Console.Error.WriteLineAsync($"Port {options.Port}: {exception.Message}");
    return 1;
}

catch (Exception exception) when (exception is MaasException or IOException or UnauthorizedAccessException)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}

void End(PosixSignalContext context)
{
    context.Cancel = true;
    ended.Set();
}
