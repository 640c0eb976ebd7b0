using System.Management.Automation;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Steps;
using Drydock.Maas.Provisioning.Nodes.Release;

namespace Drydock.Maas.Commands.Node;

/// <summary>
/// Removes the machines of nodes from MAAS, releasing them first where needed. They have to boot from the network to come back.
/// </summary>
[Cmdlet(VerbsCommon.Remove, "MaasNode", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(DrydockStepResult))]
public sealed class RemoveMaasNodeCommand() : ReleasingStepCommand("Remove")
{
    /// <summary>Remove a machine whose release or erasure fails: hardware that no longer answers, for example.</summary>
    [Parameter]
    public SwitchParameter IgnoreFailedRelease { get; set; }

    private protected override NodeStepOptions MakeOptions() => AddRelease(new RemoveStepOptions { IgnoreFailedRelease = IgnoreFailedRelease });
}
