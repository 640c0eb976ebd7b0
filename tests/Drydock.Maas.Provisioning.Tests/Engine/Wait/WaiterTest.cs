using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Wait;
using Drydock.Maas.Provisioning.Tests.Builders;

namespace Drydock.Maas.Provisioning.Tests.Engine.Wait;

/// <summary>Machines that are waited for, and a clock that a test advances.</summary>
public abstract class WaiterTest
{
    private protected static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);
    private protected static readonly TimeSpan Timeout = TimeSpan.FromMinutes(30);
    private protected readonly NapClock _clock = new(Interval);
    private protected readonly FakeMachines _machines = new();
    private protected readonly List<string> _seen = [];
    private protected readonly List<MaasException> _missed = [];
    private protected readonly MachineWaiter _waiter;
    private protected PollPace _pace = PollPace.Every(Interval);

    private protected WaiterTest() => _waiter = new(new FakeMaas { Machines = _machines }, _clock);

    private protected static MaasApiException Answered(int status) => new("MaasError", "no") { StatusCode = status };

    private protected void Is(string name, string status)
    {
        lock (_machines.Requests)
        {
            _machines.All.RemoveAll(m => m.Hostname == name);
            _machines.All.Add(Machines.Named(name) with { StatusName = status });
        }
    }

    private protected Task<Machine> WaitAsync(string name, TimeSpan? timeout = null, CancellationToken? token = null) => _waiter.WaitAsync(
        $"id-{name}",
        m => m.StatusName == "Commissioning",
        _pace,
        timeout ?? Timeout,
        m => _seen.Add(m.StatusName),
        _missed.Add,
        token ?? TestContext.Current.CancellationToken);
}
