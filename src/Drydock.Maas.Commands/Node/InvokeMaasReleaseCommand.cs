using System.Management.Automation;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Planning;

namespace Drydock.Maas.Commands.Node;

/// <summary>
/// Gives the machines of nodes back to MAAS, erasing their disks where asked, and waits until they are Ready. What runs on them ends.
/// </summary>
[Cmdlet(VerbsLifecycle.Invoke, "MaasRelease", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(DrydockStepResult))]
public sealed class InvokeMaasReleaseCommand() : ReleasingStepCommand("Release");
