using System.Management.Automation;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Planning;

namespace Drydock.Maas.Commands.Node;

/// <summary>Allocates the machines of nodes, deploys them with the image and kernel of the design, and waits until they are Deployed.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "MaasDeploy", SupportsShouldProcess = true)]
[OutputType(typeof(DrydockStepResult))]
public sealed class InvokeMaasDeployCommand() : WaitingStepCommand("Deploy");
