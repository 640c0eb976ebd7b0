using Drydock.Maas.Simulation;

namespace Drydock.Maas.Simulator.Faults;

/// <summary>Kinds of faults by what they strike.</summary>
internal static class FaultKinds
{
    /// <summary>Whether it strikes requests, not machines, racks, fabrics or images.</summary>
    public static bool IsOfRequests(SimulatorFaultKind kind) =>
        kind is <= SimulatorFaultKind.SlowBody or SimulatorFaultKind.BadGateway or SimulatorFaultKind.GatewayTimeout;
}
