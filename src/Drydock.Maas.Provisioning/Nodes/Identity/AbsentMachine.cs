using Drydock.Maas.Design;
using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Nodes.Identity;

/// <summary>The place of a machine that MAAS does not know yet, for the step that makes it known.</summary>
internal static class AbsentMachine
{
    /// <summary>Stands for the machine that a node is going to have.</summary>
    public static Machine Make(DrydockNode node) => new() { Hostname = node.Name };

    /// <summary>Whether a machine is none yet.</summary>
    public static bool Is(Machine? machine) => machine is { SystemId: "" };
}
