using System.Management.Automation;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Steps;
using Drydock.Maas.Provisioning.Nodes.Storage;

namespace Drydock.Maas.Commands.Node;

/// <summary>
/// Works out the storage of nodes against the disks MAAS knows of their
/// machines; changes nothing, whatever state the machines are in.
/// </summary>
[Cmdlet(VerbsDiagnostic.Test, "MaasNodeStorage")]
[OutputType(typeof(DrydockStepResult))]
public sealed class TestMaasNodeStorageCommand() : NodeStepCommand("StorageTemplate")
{
    private protected override NodeStepOptions MakeOptions() => new StorageTemplateStepOptions();
}
