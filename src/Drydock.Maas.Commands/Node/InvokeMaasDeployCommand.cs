using System.Management.Automation;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning;

namespace Drydock.Maas.Commands.Node;

/// <summary>Allocates the machines of nodes, deploys them with the image and kernel of the design, and waits until they are Deployed.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "MaasDeploy", SupportsShouldProcess = true)]
[OutputType(typeof(DrydockStepResult))]
public sealed class InvokeMaasDeployCommand() : WaitingStepCommand("Deploy")
{
    /// <summary>Names of boot actions to leave out: those that ask Airship's own services, for example.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] SkipBootAction { get; set; } = [];

    private protected override StepOptions Configure(StepOptions options) => base.Configure(options) with { SkipBootActions = SkipBootAction };
}
