using System.Management.Automation;
using Drydock.Maas.Simulation;

namespace Drydock.Maas.Commands.Simulator;

/// <summary>The faults set on a simulator, with how often each could have struck and did.</summary>
[Cmdlet(VerbsCommon.Get, "MaasSimulatorFault")]
[OutputType(typeof(SimulatorFault))]
public sealed class GetMaasSimulatorFaultCommand : SimulatorCommand
{
    /// <summary>Only faults of these kinds.</summary>
    [Parameter(Position = 0)]
    public SimulatorFaultKind[]? Kind { get; set; }

    /// <summary>Lists them.</summary>
    protected override void ProcessRecord()
    {
        foreach (var fault in Targets.SelectMany(simulator => simulator.Faults))
        {
            if (Kind is null || Kind.Contains(fault.Kind))
                WriteObject(fault);
        }
    }
}
