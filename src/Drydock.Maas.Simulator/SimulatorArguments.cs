using System.Globalization;
using Drydock.Maas.Simulator.Seeding;

namespace Drydock.Maas.Simulator;

/// <summary>The command line of the standalone program.</summary>
internal static class SimulatorArguments
{
    public const string Usage =
        """
        Drydock.Maas.Simulator: a MAAS without hardware on 127.0.0.1.

          --port N       TCP port (default: 5240; 0 takes any free one)
          --latency N    milliseconds added to every answer (default: 0)
          --speed N      how many times faster than real time machines change state (default: 60)
          --version V    the MAAS to play: 3.4 or 3.7 (default: 3.4, or as the state was)
          --machines N   how many machines to enlist (default: 0)
          --rack ADDRESS address of a rack controller; may repeat
          --state FILE   a saved state to go on from, instead of --machines and --rack
          --save FILE    where to save the state when it is ended (SIGINT, SIGTERM)
          --help         this text
        """;

    /// <summary>The options, or what is wrong with the arguments.</summary>
    public static (SimulatorOptions? Options, string? Problem) Parse(IReadOnlyList<string> arguments)
    {
        var options = new SimulatorOptions { Port = 5240 };
        for (var i = 0; i < arguments.Count; i += 2)
        {
            var name = arguments[i];
            if (i + 1 >= arguments.Count)
                return (null, $"{name} needs a value, or is not an option.");
            if (Apply(options, name, arguments[i + 1]) is not { } next)
                return (null, $"{name} {arguments[i + 1]} is not an option with a valid value.");
            options = next;
        }

        return (options, null);
    }

    private static SimulatorOptions? Apply(SimulatorOptions options, string name, string value) => name switch
    {
        "--port" when Number(value) is <= 65535 and var port => options with { Port = port },
        "--latency" when Number(value) is { } latency => options with { Latency = TimeSpan.FromMilliseconds(latency) },
        "--speed" when Factor(value) is { } speed => options with { Speed = speed },
        "--machines" when Number(value) is { } count => options with { MachineCount = count },
        "--rack" when System.Net.IPAddress.TryParse(value, out _) => options with { RackAddresses = [.. options.RackAddresses, value] },
        "--version" when MaasSimulator.Versions.Contains(value) => options with { MaasVersion = value },
        "--state" when value.Length > 0 => options with { StatePath = value },
        "--save" when value.Length > 0 => options with { SavePath = value },
        _ => null,
    };

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static double? Factor(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var factor) && factor > 0 ? factor : null;
}
