using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Engine.Observe;

/// <summary>Locks and protecting tags: such a machine is not released, erased, deployed anew, broken off in its work, or removed.</summary>
internal static class MachineProtection
{
    /// <summary>Refuses a machine that is locked or carries a protecting tag.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="protectTags">The names of the tags that protect machines.</param>
    public static void Require(Machine machine, IReadOnlyList<string> protectTags)
    {
        if (machine.Locked)
            throw NodeException.RefuseLocked(machine);
        if (FindTags(machine, protectTags) is { Count: > 0 } tags)
        {
            throw new NodeException(
                ErrorIds.MachineProtected,
                $"Machine {machine} ({machine.SystemId}) is protected by its tag {string.Join(", ", tags)}. Take the tag off in MAAS if it may go.");
        }
    }

    /// <summary>The machine's tags that protect it.</summary>
    public static IReadOnlyList<string> FindTags(Machine machine, IReadOnlyList<string> protectTags) =>
        [.. protectTags.Where(t => machine.TagNames.Contains(t, StringComparer.OrdinalIgnoreCase))];
}
