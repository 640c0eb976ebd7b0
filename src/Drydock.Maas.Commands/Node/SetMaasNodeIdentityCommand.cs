using System.Management.Automation;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine;

namespace Drydock.Maas.Commands.Node;

/// <summary>Gives the machines of nodes their names and domains and, where asked, their power parameters.</summary>
[Cmdlet(VerbsCommon.Set, "MaasNodeIdentity", SupportsShouldProcess = true)]
[OutputType(typeof(DrydockStepResult))]
public sealed class SetMaasNodeIdentityCommand() : NodeChangeCommand("Identity")
{
    /// <summary>Set the power parameters of IPMI and Redfish nodes from the design.</summary>
    [Parameter]
    public SwitchParameter UseNodeOobParameters { get; set; }

    private protected override StepOptions Configure(StepOptions options) => options with { UseNodeOobParameters = UseNodeOobParameters };
}
