using System.Management.Automation;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Commands.Input;
using Drydock.Maas.Commands.Output;

namespace Drydock.Maas.Commands.Simulator;

/// <summary>A command about simulators.</summary>
public abstract class SimulatorCommand : ModuleCommand
{
    /// <summary>What Start-MaasSimulator returned; every running simulator of this session (runspace) when left out.</summary>
    [Parameter(ValueFromPipeline = true)]
    [LiveObject("Start-MaasSimulator")]
    public SimulatedMaas[]? Simulator { get; set; }

    private protected IReadOnlyList<SimulatedMaas> Targets
    {
        get
        {
            SimulatedMaas[] targets = Simulator ?? [.. RunningSimulators.OfThisRunspace];
            if (targets.Length == 0)
                ThrowTerminatingError(
                    ErrorRecords.InvalidArgument(
                        ErrorIds.NoSimulator,
                        "This session (runspace) runs no simulator: Start-MaasSimulator first, or name one of another session with -Simulator.",
                        null));
            return targets;
        }
    }
}
