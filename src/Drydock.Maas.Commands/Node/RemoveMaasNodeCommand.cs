using System.Management.Automation;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Planning;

namespace Drydock.Maas.Commands.Node;

/// <summary>
/// Removes the machines of nodes from MAAS, releasing them first where needed. They have to boot from the network to come back.
/// </summary>
[Cmdlet(VerbsCommon.Remove, "MaasNode", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(DrydockStepResult))]
public sealed class RemoveMaasNodeCommand() : ReleasingStepCommand("Remove")
{
    /// <summary>Go on although the design has errors, a machine belongs to another user, or its release fails.</summary>
    [Parameter]
    public override SwitchParameter Force { get; set; }
}
