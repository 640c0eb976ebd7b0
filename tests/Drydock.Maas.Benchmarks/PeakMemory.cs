namespace Drydock.Maas.Benchmarks;

/// <summary>The most managed memory in use, looked at a hundred times a second.</summary>
internal sealed class PeakMemory : IDisposable
{
    private readonly long _before = GC.GetTotalMemory(forceFullCollection: true);
    private readonly Timer _timer;
    private long _peak;

    public PeakMemory() => _timer = new Timer(_ => Look(), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(10));

    /// <summary>The peak above what was in use before.</summary>
    public double Megabytes => Math.Max(0, Interlocked.Read(ref _peak) - _before) / 1e6;

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        var now = GC.GetTotalMemory(forceFullCollection: false);
        if (now > Interlocked.Read(ref _peak))
            Interlocked.Exchange(ref _peak, now);
    }
}
