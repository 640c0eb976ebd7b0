using System.Management.Automation;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Steps;
using Drydock.Maas.Provisioning.Nodes.Release;

namespace Drydock.Maas.Commands.Node;

/// <summary>
/// Gives the machines of nodes back to MAAS, erasing their disks where asked, and waits until they are Ready. What runs on them ends.
/// </summary>
[Cmdlet(VerbsLifecycle.Invoke, "MaasRelease", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(DrydockStepResult))]
public sealed class InvokeMaasReleaseCommand() : ReleasingStepCommand("Release")
{
    private protected override NodeStepOptions MakeOptions() => AddRelease(new ReleaseStepOptions());
}
