using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Input;

/// <summary>The statuses of machines in MAAS's words.</summary>
internal static class MachineStatuses
{
    public static IReadOnlyList<string> All { get; } =
    [
        "New", "Commissioning", "Failed commissioning", "Missing", "Ready", "Reserved", "Allocated", "Deploying", "Deployed", "Retired",
        "Broken",
        "Failed deployment", "Releasing", "Releasing failed", "Disk erasing", "Failed disk erasing", "Rescue mode", "Entering rescue mode",
        "Failed to enter rescue mode", "Exiting rescue mode", "Failed to exit rescue mode", "Testing", "Failed testing",
    ];

    /// <summary>Whether nothing runs on a machine that anybody could miss, and MAAS is not at work on it.</summary>
    public static bool IsIdle(Machine machine) =>
        machine.StatusName is "New" or "Ready" or "Reserved" or "Allocated" or "Retired" or "Missing" or "Failed commissioning"
            or "Failed deployment" or "Releasing failed" or "Failed disk erasing"
        || (machine.StatusName is "Broken" or "Failed testing" && string.IsNullOrEmpty(machine.Owner));

    /// <summary>Statuses to ask for: wildcards become the statuses they fit, names stay; null when one fits none that is known.</summary>
    public static IReadOnlyList<string>? Expand(IReadOnlyList<string> names)
    {
        var found = new List<string>();
        foreach (var name in names)
        {
            var pattern = new NameFilter([name]);
            IReadOnlyList<string> fitting = pattern.HasWildcards ? [.. All.Where(pattern.Matches)] : [name];
            if (fitting.Count == 0)
                return null;
            found.AddRange(fitting);
        }

        return [.. found.Distinct(StringComparer.OrdinalIgnoreCase)];
    }
}
