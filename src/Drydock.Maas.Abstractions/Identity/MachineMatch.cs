using Drydock.Maas.Models;

namespace Drydock.Maas.Identity;

/// <summary>
/// The machine of a node: the one that has its BMC address, its boot MAC or its name, where these agree. Every command tells nodes' machines
/// by this rule.
/// </summary>
internal sealed record MachineMatch
{
    private MachineMatch(Machine? machine, MachineConflict? conflict)
    {
        Machine = machine;
        Conflict = conflict;
    }

    /// <summary>The machine; null when there is none, or it is not certain which.</summary>
    public Machine? Machine { get; }

    /// <summary>The contradiction that leaves it open which machine is meant.</summary>
    public MachineConflict? Conflict { get; }

    /// <summary>Decides among the machines that something of the node leads to.</summary>
    /// <param name="node">By what the node is known.</param>
    /// <param name="byHardware">Machines with its BMC address or boot MAC, also twice.</param>
    /// <param name="byName">Machines of its name.</param>
    /// <param name="controllers">The machines' controllers, as far as they matter to the node.</param>
    public static MachineMatch Decide(
        NodeIdentity node, IReadOnlyList<Machine> byHardware, IReadOnlyList<Machine> byName, BmcRegister controllers)
    {
        // A machine enlisted by a script may be known by its name alone, but what is known of it must not contradict.
        if (byHardware.Count == 0 && byName.Select(m => FindContradiction(node, m, controllers)).FirstOrDefault(c => c is not null) is { } conflict)
            return new(null, conflict);
        var candidates = byHardware.Concat(byName).DistinctBy(m => m.SystemId).ToList();
        return candidates.Count > 1
            ? new(null, new(
                $"Node {node.Name} matches more than one machine: "
                    + $"{string.Join(", ", candidates.Select(m => Describe(m, byHardware, byName)))}.",
                "Give the node a unique BMC address or boot MAC, or rename or remove the other machine."))
            : new(candidates.FirstOrDefault(), null);
    }

    /// <summary>Hardware by which a machine of the node's name is another one.</summary>
    private static MachineConflict? FindContradiction(NodeIdentity node, Machine machine, BmcRegister controllers) =>
        node.FindContradiction(machine, controllers.FindAddress(machine.SystemId)) is { } otherwise
            ? new(
                $"Machine {machine.Hostname} ({machine.SystemId}) is called like node {node.Name}, but it has {otherwise}.",
                "Correct the design, or the machine's power parameters in MAAS, or rename the machine if it is another one.")
            : null;

    private static string Describe(Machine machine, IReadOnlyList<Machine> byHardware, IReadOnlyList<Machine> byName)
    {
        string[] why =
        [
            .. byHardware.Any(m => m.SystemId == machine.SystemId) ? ["by BMC address or MAC"] : Array.Empty<string>(),
            .. byName.Any(m => m.SystemId == machine.SystemId) ? ["by name"] : Array.Empty<string>(),
        ];
        return $"{machine.Hostname} ({machine.SystemId}, {string.Join(" and ", why)})";
    }
}

/// <summary>A contradiction between a node and the machines that it could be.</summary>
/// <param name="Message">The contradiction.</param>
/// <param name="Advice">The mend.</param>
internal sealed record MachineConflict(string Message, string Advice)
{
    /// <summary>Both.</summary>
    public override string ToString() => $"{Message} {Advice}";
}
