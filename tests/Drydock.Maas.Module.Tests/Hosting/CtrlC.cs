using System.Diagnostics;
using System.Management.Automation;

namespace Drydock.Maas.Module.Tests.Hosting;

/// <summary>Stops what runs, as Ctrl+C does.</summary>
internal static class CtrlC
{
    // A second is what a person is promised, on a machine that has nothing else to do. Whatever would be waited for in vain takes ten
    // seconds at least (workers' time to end), or ten minutes (the polls of these tests): that is told apart on a busy machine, too.
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(8);

    public static async Task StopAtOnceAsync(PowerShell command, IAsyncResult running)
    {
        var watch = Stopwatch.StartNew();
        await command.StopAsync(null, null);
        Assert.True(watch.Elapsed < AtOnce, $"It took {watch.Elapsed}.");
        Assert.True(running.IsCompleted);
    }
}
