using System.Collections.Concurrent;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;

namespace Drydock.Maas.Provisioning.Nodes.Commission;

/// <summary>
/// Machines whose failed tests were passed over, as MAAS commissions none in that status. It shows them as Ready from then on,
/// so that until they are commissioned this run has to know that they are not.
/// </summary>
internal sealed class FailedTests
{
    private readonly ConcurrentDictionary<string, bool> _overridden = new(StringComparer.Ordinal);

    /// <summary>Whether a machine is Ready only because its tests were passed over.</summary>
    public bool WereOverridden(Machine machine) => machine.KnownStatus == MachineStatus.Ready && _overridden.ContainsKey(machine.SystemId);

    /// <summary>Its tests are passed over.</summary>
    public void Note(string systemId) => _overridden[systemId] = true;

    /// <summary>The machine is being commissioned.</summary>
    public void Forget(string systemId) => _overridden.TryRemove(systemId, out _);
}
