using System.Management.Automation;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Steps;
using Drydock.Maas.Provisioning.Nodes.Identity;

namespace Drydock.Maas.Commands.Node;

/// <summary>Finds the machines of nodes by BMC address, boot MAC or host name; changes nothing.</summary>
[Cmdlet(VerbsDiagnostic.Resolve, "MaasNode")]
[OutputType(typeof(DrydockStepResult))]
public sealed class ResolveMaasNodeCommand() : NodeStepCommand("Resolve")
{
    private protected override NodeStepOptions MakeOptions() => new ResolveStepOptions();
}
