using System.Management.Automation;
using Drydock.Maas.Commands.Completion;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Steps;
using Drydock.Maas.Provisioning.Nodes.Network;

namespace Drydock.Maas.Commands.Node;

/// <summary>Sets up bonds, VLAN interfaces, addresses, default gateway and MTU of nodes as the design wants them.</summary>
[Cmdlet(VerbsCommon.Set, "MaasNodeNetwork", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(DrydockStepResult))]
public sealed class SetMaasNodeNetworkCommand() : NodeChangeCommand("Network")
{
    /// <summary>
    /// Tags that protect: a machine with one of them, whose deployment failed or was broken off, is not released to be set up again.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TagNameCompleter))]
    public string[] ProtectTag { get; set; } = [];

    private protected override NodeStepOptions MakeOptions() => new NetworkStepOptions { ProtectTags = ProtectTag };
}
