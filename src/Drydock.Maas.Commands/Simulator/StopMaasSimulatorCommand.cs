using System.Management.Automation;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Commands.Input;

namespace Drydock.Maas.Commands.Simulator;

/// <summary>Stops simulators; their state is gone with them.</summary>
[Cmdlet(VerbsLifecycle.Stop, "MaasSimulator", DefaultParameterSetName = OneSet, SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(void))]
public sealed class StopMaasSimulatorCommand : ModuleCommand
{
    private const string OneSet = "Simulator";
    private const string AllSet = "All";

    /// <summary>What Start-MaasSimulator returned.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = OneSet)]
    [Alias("InputObject")]
    [LiveObject("Start-MaasSimulator")]
    public SimulatedMaas[] Simulator { get; set; } = [];

    /// <summary>Stops every simulator that this session (runspace) started.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AllSet)]
    public SwitchParameter All { get; set; }

    /// <summary>Stops them.</summary>
    protected override void ProcessRecord()
    {
        foreach (var simulator in All ? [.. RunningSimulators.OfThisRunspace] : Simulator)
        {
            if (ShouldProcess(target: simulator.ToString(), action: "Stop simulator"))
                RunningSimulators.Stop(simulator);
        }
    }
}
