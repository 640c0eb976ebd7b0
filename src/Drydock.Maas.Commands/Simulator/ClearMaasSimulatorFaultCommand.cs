using System.Management.Automation;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Commands.Input;
using Drydock.Maas.Simulation;

namespace Drydock.Maas.Commands.Simulator;

/// <summary>Ends faults of a simulator; what they have done stays done.</summary>
[Cmdlet(
    VerbsCommon.Clear,
    "MaasSimulatorFault",
    DefaultParameterSetName = AllSet,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(void))]
public sealed class ClearMaasSimulatorFaultCommand : ModuleCommand
{
    private const string AllSet = "Simulator";
    private const string OneSet = "Fault";

    /// <summary>What Start-MaasSimulator returned; every running simulator of this session (runspace) when left out.</summary>
    [Parameter(ValueFromPipeline = true, ParameterSetName = AllSet)]
    [LiveObject("Start-MaasSimulator")]
    public SimulatedMaas[]? Simulator { get; set; }

    /// <summary>Faults from Set- or Get-MaasSimulatorFault; all of the simulator when left out.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = OneSet)]
    [LiveObject("Get-MaasSimulatorFault")]
    public SimulatorFault[] Fault { get; set; } = [];

    /// <summary>Ends them.</summary>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == OneSet)
        {
            foreach (var fault in Fault)
                Clear(fault);
            return;
        }

        foreach (var simulator in Simulator ?? [.. RunningSimulators.OfThisRunspace])
        {
            if (ShouldProcess(target: simulator.ToString(), action: "Clear all faults"))
                simulator.ClearFaults();
        }
    }

    private void Clear(SimulatorFault fault)
    {
        if (RunningSimulators.Find(fault.Simulator) is { } simulator
            && ShouldProcess(target: simulator.ToString(), action: $"Clear fault {fault.Id}, {fault.Kind}"))
            simulator.ClearFault(fault.Id);
    }
}
