using System.Management.Automation;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Steps;
using Drydock.Maas.Provisioning.Nodes.Identity;

namespace Drydock.Maas.Commands.Node;

/// <summary>Gives the machines of nodes their names and domains and, where asked, their power parameters.</summary>
[Cmdlet(VerbsCommon.Set, "MaasNodeIdentity", SupportsShouldProcess = true)]
[OutputType(typeof(DrydockStepResult))]
public sealed class SetMaasNodeIdentityCommand() : NodeChangeCommand("Identity")
{
    /// <summary>Set the power parameters of IPMI and Redfish nodes from the design.</summary>
    [Parameter]
    public SwitchParameter UseNodeOobParameters { get; set; }

    private protected override NodeStepOptions MakeOptions() => new IdentityStepOptions { UseNodeOobParameters = UseNodeOobParameters };
}
