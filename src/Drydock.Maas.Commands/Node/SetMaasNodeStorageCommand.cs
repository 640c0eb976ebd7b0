using System.Management.Automation;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Planning;

namespace Drydock.Maas.Commands.Node;

/// <summary>
/// Sets up partitions, volume groups, logical volumes, file systems and mounts of
/// nodes as the design wants them. What is on the disks is lost where they change.
/// </summary>
[Cmdlet(VerbsCommon.Set, "MaasNodeStorage", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(DrydockStepResult))]
public sealed class SetMaasNodeStorageCommand() : NodeChangeCommand("Storage");
