using System.Management.Automation;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Planning;

namespace Drydock.Maas.Commands.Node;

/// <summary>Sets up bonds, VLAN interfaces, addresses, default gateway and MTU of nodes as the design wants them.</summary>
[Cmdlet(VerbsCommon.Set, "MaasNodeNetwork", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(DrydockStepResult))]
public sealed class SetMaasNodeNetworkCommand() : NodeChangeCommand("Network");
