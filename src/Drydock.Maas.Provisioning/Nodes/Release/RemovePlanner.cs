using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Release;

/// <summary>Plans taking a machine that nobody has out of MAAS.</summary>
internal static class RemovePlanner
{
    /// <summary>
    /// Plans the deletion; a libvirt machine's power type becomes manual first, so that its hypervisor's record goes too.
    /// </summary>
    public static Plan Plan(DrydockNode node, Machine machine, RemoveStepOptions options, string user)
    {
        ReleasePlanner.Require(machine, options, user);
        var hasRecord = machine.PowerType is "virsh" or "lxd" || (node.Oob.Type == "libvirt" && machine.PowerType != SetManualPower.Manual);
        return new([.. hasRecord ? [new SetManualPower(machine)] : Array.Empty<Operation>(), new DeleteMachine(machine)]);
    }
}
