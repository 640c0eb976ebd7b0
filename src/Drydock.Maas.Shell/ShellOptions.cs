using System.Reflection;

namespace Drydock.Maas.Shell;

/// <summary>What the command line asks for.</summary>
internal sealed record ShellOptions
{
    public const string Help = """
        Runs PowerShell with Drydock.Maas imported, where pwsh is not installed.

          dotnet run --project src/Drydock.Maas.Shell -- SCRIPT [ARGUMENT ...]   runs a script
          dotnet run --project src/Drydock.Maas.Shell -- -Command TEXT           runs a line
          dotnet run --project src/Drydock.Maas.Shell                            prompts; exit leaves

        Options: -Module PATH (another Drydock.Maas.psd1), -Help.
        Only the engine's own commands are there (no Microsoft.PowerShell.Utility or Management).
        """;

    public string? Script { get; private init; }

    public IReadOnlyList<string> Arguments { get; private init; } = [];

    public string? Command { get; private init; }

    public string Manifest { get; private init; } = BuiltManifest();

    public bool ShowHelp { get; private init; }

    /// <summary>Reads the command line; null and a reason when it cannot be read.</summary>
    public static ShellOptions? Parse(IReadOnlyList<string> args, out string problem)
    {
        problem = "";
        var options = new ShellOptions();
        for (var i = 0; i < args.Count; i++)
        {
            var name = args[i];
            if (!name.StartsWith('-'))
                return options with { Script = name, Arguments = [.. args.Skip(i + 1)] };
            if (Is(name, "Help") || name is "-h" or "-?")
                return options with { ShowHelp = true };
            if (!Is(name, "Command") && !Is(name, "Module"))
            {
                problem = $"Unknown option {name}. Try -Help.";
                return null;
            }

            if (++i == args.Count)
            {
                problem = $"{name} needs a value. Try -Help.";
                return null;
            }

            options = Is(name, "Command") ? options with { Command = args[i] } : options with { Manifest = args[i] };
        }

        return options;
    }

    private static bool Is(string argument, string option) =>
        string.Equals(argument.TrimStart('-'), option, StringComparison.OrdinalIgnoreCase);

    private static string BuiltManifest() =>
        typeof(ShellOptions).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "ModuleManifest").Value!;
}
