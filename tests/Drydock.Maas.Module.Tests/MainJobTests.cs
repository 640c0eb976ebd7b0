using Drydock.Maas.Module.Tests.Hosting;

namespace Drydock.Maas.Module.Tests;

/// <summary>What the README promises, in a process of its own.</summary>
public sealed class MainJobTests
{
    [Fact]
    public async Task The_quick_start_runs_in_the_shell()
    {
        var (exitCode, output) = await ShellProcess.RunShellAsync(Path.Combine(BuiltModule.Repository, "examples", "Quickstart.ps1"));
        Assert.True(exitCode == 0, output);
        Assert.Contains("The second run made no writing request; 8 machines are Deployed.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_runbook_runs_in_the_shell()
    {
        var (exitCode, output) = await ShellProcess.RunShellAsync(Path.Combine(BuiltModule.Repository, "examples", "Runbook.ps1"));
        Assert.True(exitCode == 0, output);
        Assert.Contains("8 of 8 nodes are as designed.", output, StringComparison.Ordinal);
        Assert.Contains("Found, and mended by the next run.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_in_a_script_is_an_exit_code()
    {
        var (exitCode, output) = await ShellProcess.RunShellAsync("-Command", "throw 'no such luck'");
        Assert.Equal(1, exitCode);
        Assert.Contains("no such luck", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Pester_suite_passes_in_pwsh()
    {
        var pwsh = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => new[] { Path.Combine(folder, "pwsh"), Path.Combine(folder, "pwsh.exe") }).FirstOrDefault(File.Exists);
        Assert.SkipWhen(pwsh is null, "pwsh is not on the path; tests/Pester did not run.");
        const string Find = "exit [int](-not (Get-Module Pester -ListAvailable | Where-Object { $_.Version.Major -ge 5 }))";
        var (found, _) = await ShellProcess.RunAsync(pwsh, "-NoProfile", "-Command", Find);
        Assert.SkipWhen(found != 0, "pwsh has no Pester 5; tests/Pester did not run.");

        const string Suite =
            "$c = New-PesterConfiguration; $c.Run.Path = 'tests/Pester'; $c.Run.Exit = $true; $c.Output.Verbosity = 'Detailed'; "
                + "Invoke-Pester -Configuration $c";
        var (exitCode, output) = await ShellProcess.RunAsync(
            pwsh, "-NoProfile", "-Command", $"Set-Location '{BuiltModule.Repository}'; {Suite}");
        Assert.True(exitCode == 0, output);
    }
}
