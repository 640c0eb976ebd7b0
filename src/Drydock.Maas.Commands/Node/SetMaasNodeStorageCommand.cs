using System.Management.Automation;
using Drydock.Maas.Commands.Completion;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Steps;
using Drydock.Maas.Provisioning.Nodes.Storage;

namespace Drydock.Maas.Commands.Node;

/// <summary>
/// Sets up partitions, volume groups, logical volumes, file systems and mounts of
/// nodes as the design wants them. What is on the disks is lost where they change.
/// </summary>
[Cmdlet(VerbsCommon.Set, "MaasNodeStorage", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(DrydockStepResult))]
public sealed class SetMaasNodeStorageCommand() : NodeChangeCommand("Storage")
{
    /// <summary>
    /// Tags that protect: a machine with one of them, whose deployment failed or was broken off, is not released to be set up again.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TagNameCompleter))]
    public string[] ProtectTag { get; set; } = [];

    private protected override NodeStepOptions MakeOptions() => new StorageStepOptions { ProtectTags = ProtectTag };
}
