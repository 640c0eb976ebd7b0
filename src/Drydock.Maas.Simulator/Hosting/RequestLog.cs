using Drydock.Maas.Simulation;

namespace Drydock.Maas.Simulator.Hosting;

/// <summary>The requests since the start or the last reset.</summary>
internal sealed class RequestLog(TimeProvider time)
{
    private readonly List<SimulatedRequest> _requests = [];
    private long _number;
    private int _writes;

    public int Count
    {
        get
        {
            lock (_requests)
                return _requests.Count;
        }
    }

    public int Writes
    {
        get
        {
            lock (_requests)
                return _writes;
        }
    }

    public IReadOnlyList<SimulatedRequest> Snapshot()
    {
        lock (_requests)
            return _requests.ToArray();
    }

    public void Add(Exchange exchange, int status, string? template, TimeSpan duration)
    {
        var request = exchange.Request;
        var entry = new SimulatedRequest(request.Method, request.Path, request.Query, exchange.Operation, status)
        {
            Time = time.GetUtcNow(),
            Duration = duration,
            Template = template!,
            Fault = exchange.Faults.Names,
        };
        lock (_requests)
        {
            _requests.Add(entry with { Number = ++_number });
            _writes += entry.IsWrite ? 1 : 0;
        }
    }

    public void Clear()
    {
        lock (_requests)
        {
            _requests.Clear();
            _writes = 0;
        }
    }
}
