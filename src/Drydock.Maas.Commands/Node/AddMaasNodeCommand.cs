using System.Management.Automation;
using Drydock.Maas.Commands.Completion;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Steps;
using Drydock.Maas.Provisioning.Nodes.Identity;

namespace Drydock.Maas.Commands.Node;

/// <summary>
/// Makes the machines of nodes known to MAAS that have never booted from it, by what the design knows of their management controllers
/// (POST machines/). Nodes whose machine MAAS has already are left as they are.
/// </summary>
[Cmdlet(VerbsCommon.Add, "MaasNode", SupportsShouldProcess = true)]
[OutputType(typeof(DrydockStepResult))]
public sealed class AddMaasNodeCommand() : NodeChangeCommand("Enlist")
{
    /// <summary>The architecture of the machines, for example amd64 or arm64/generic; no design tells it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ImageArchitectureCompleter))]
    public string Architecture { get; set; } = "amd64";

    private protected override NodeStepOptions MakeOptions() => new EnlistStepOptions { Architecture = Architecture };
}
