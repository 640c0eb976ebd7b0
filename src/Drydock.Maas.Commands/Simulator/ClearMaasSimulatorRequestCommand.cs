using System.Management.Automation;

namespace Drydock.Maas.Commands.Simulator;

/// <summary>Forgets the requests a simulator has answered so far, so that counting begins anew.</summary>
[Cmdlet(VerbsCommon.Clear, "MaasSimulatorRequest", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(void))]
public sealed class ClearMaasSimulatorRequestCommand : SimulatorCommand
{
    /// <summary>Forgets them.</summary>
    protected override void ProcessRecord()
    {
        foreach (var simulator in Targets)
        {
            if (ShouldProcess(target: simulator.ToString(), action: "Forget the requests"))
                simulator.ClearRequests();
        }
    }
}
