using Drydock.Maas.Commands.Completion;

namespace Drydock.Maas.Commands.Simulator;

/// <summary>Completes values of the running simulators of this runspace.</summary>
internal abstract class SimulatorCompleter : ValueCompleter
{
    private protected abstract IEnumerable<string> FindValues(SimulatedMaas simulator);

    private protected sealed override IEnumerable<string> FindValues(CompletionContext context) =>
        RunningSimulators.OfThisRunspace.SelectMany(FindValues);
}

/// <summary>Completes host names of simulated machines.</summary>
internal sealed class SimulatedMachineCompleter : SimulatorCompleter
{
    private protected override IEnumerable<string> FindValues(SimulatedMaas simulator) => simulator.Hostnames;
}

/// <summary>Completes paths of a simulator's API.</summary>
internal sealed class SimulatedPathCompleter : SimulatorCompleter
{
    private protected override IEnumerable<string> FindValues(SimulatedMaas simulator) => simulator.Paths;
}

/// <summary>Completes operations (op) of a simulator's API.</summary>
internal sealed class SimulatedOperationCompleter : SimulatorCompleter
{
    private protected override IEnumerable<string> FindValues(SimulatedMaas simulator) => simulator.Operations;
}
