using System.Management.Automation;
using Drydock.Maas.Commands.Base;

namespace Drydock.Maas.Commands.Simulator;

/// <summary>A command about simulators of this process.</summary>
public abstract class SimulatorCommand : TerminalCommand
{
    /// <summary>What Start-MaasSimulator returned; every running simulator of this process when left out.</summary>
    [Parameter(ValueFromPipeline = true)]
    public SimulatedMaas[]? Simulator { get; set; }

    private protected IReadOnlyList<SimulatedMaas> Targets
    {
        get
        {
            SimulatedMaas[] targets = Simulator ?? [.. RunningSimulators.All];
            if (targets.Length == 0)
                ThrowTerminatingError(
                    ErrorRecords.InvalidArgument("NoSimulator", "No simulator runs in this process: Start-MaasSimulator first.", null));
            return targets;
        }
    }
}
