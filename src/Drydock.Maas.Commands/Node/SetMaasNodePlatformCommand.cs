using System.Management.Automation;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Planning;

namespace Drydock.Maas.Commands.Node;

/// <summary>Sets kernel parameters and static tags of nodes.</summary>
[Cmdlet(VerbsCommon.Set, "MaasNodePlatform", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(DrydockStepResult))]
public sealed class SetMaasNodePlatformCommand() : NodeChangeCommand("Platform");
