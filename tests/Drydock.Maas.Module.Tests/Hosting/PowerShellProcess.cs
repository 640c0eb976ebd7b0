using System.Diagnostics;
using System.Reflection;

namespace Drydock.Maas.Module.Tests.Hosting;

/// <summary>The pwsh that the repository pins, in a process of its own.</summary>
internal static class PowerShellProcess
{
    // For a process that hangs, not for one that has to share the machine.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private static readonly string Repository = Path.GetFullPath(
        typeof(PowerShellProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!);

    public static Task<(int ExitCode, string Output)> RunFileAsync(string script, params string[] arguments) =>
        RunAsync(["-File", script, .. arguments]);

    public static Task<(int ExitCode, string Output)> RunCommandAsync(string command) => RunAsync(["-Command", command]);

    /// <summary>Runs dotnet in the repository.</summary>
    public static async Task<(int ExitCode, string Output)> RunDotnetAsync(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = Repository,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["NO_COLOR"] = "1";
        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        start.Environment["POWERSHELL_UPDATECHECK"] = "Off";
        using var process = Process.Start(start)!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await output + await errors);
        }
        finally
        {
            // The tool is a launcher: pwsh is its child.
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    // The tool is found by the manifest above the current folder.
    private static Task<(int ExitCode, string Output)> RunAsync(IEnumerable<string> arguments) =>
        RunDotnetAsync(["tool", "run", "pwsh", "--", "-NoProfile", "-NonInteractive", .. arguments]);
}
