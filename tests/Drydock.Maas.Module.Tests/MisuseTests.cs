using Drydock.Maas.Module.Tests.Hosting;

namespace Drydock.Maas.Module.Tests;

/// <summary>A part of what the misuse harness does by the thousand.</summary>
public sealed class MisuseTests
{
    [Fact]
    public async Task Whatever_tired_operators_pipe_nothing_is_written_that_nobody_meant()
    {
        var (exitCode, output) = await PowerShellProcess.RunDotnetAsync("exec", BuiltModule.Benchmarks, "misuse", "--times", "200", "--seed", "1");

        Assert.True(exitCode == 0, output);
        Assert.Contains("200 runs from seed 1", output);
        Assert.Contains(", 0 violations", output);
    }
}
