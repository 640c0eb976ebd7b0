using System.Management.Automation;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Steps;
using Drydock.Maas.Provisioning.Nodes.Platform;

namespace Drydock.Maas.Commands.Node;

/// <summary>Sets kernel parameters and static tags of nodes.</summary>
[Cmdlet(VerbsCommon.Set, "MaasNodePlatform", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(DrydockStepResult))]
public sealed class SetMaasNodePlatformCommand() : NodeChangeCommand("Platform")
{
    /// <summary>Take off tags that the design gives to other nodes only; tags that the design does not have are left alone.</summary>
    [Parameter]
    public SwitchParameter Prune { get; set; }

    private protected override NodeStepOptions MakeOptions() => new PlatformStepOptions { Prune = Prune };
}
