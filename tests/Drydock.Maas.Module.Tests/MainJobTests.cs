using Drydock.Maas.Module.Tests.Hosting;

namespace Drydock.Maas.Module.Tests;

/// <summary>What the README promises, in a process of its own.</summary>
public sealed class MainJobTests
{
    [Fact]
    public async Task The_quick_start_runs_in_the_real_PowerShell()
    {
        var (exitCode, output) = await PowerShellProcess.RunFileAsync(Path.Combine(BuiltModule.Repository, "examples", "Quickstart.ps1"));
        Assert.True(exitCode == 0, output);
        Assert.Contains("The second run made no writing request; 8 machines are Deployed.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failing_script_ends_with_an_exit_code()
    {
        var (exitCode, output) = await PowerShellProcess.RunFileAsync(
            Path.Combine(BuiltModule.Repository, "examples", "Quickstart.ps1"), "-Site", "no-such-site");
        Assert.Equal(1, exitCode);
        Assert.Contains("no-such-site", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_runbook_runs_in_the_real_PowerShell()
    {
        var (exitCode, output) = await PowerShellProcess.RunFileAsync(Path.Combine(BuiltModule.Repository, "examples", "Runbook.ps1"));
        Assert.True(exitCode == 0, output);
        Assert.Contains("8 of 8 nodes are as designed.", output, StringComparison.Ordinal);
        Assert.Contains("Found, and mended by the next run.", output, StringComparison.Ordinal);
    }
}
