namespace Drydock.Maas.Values;

/// <summary>The names of statuses in MAAS: it shows "Failed commissioning" and is asked for failed_commissioning.</summary>
internal static class MachineStatuses
{
    private static readonly Dictionary<string, MachineStatus> ByName =
        Enum.GetValues<MachineStatus>().ToDictionary(GetName, StringComparer.OrdinalIgnoreCase);

    /// <summary>All names as MAAS shows them, in the order of MAAS's numbers.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. ByName.Keys];

    /// <summary>The name as MAAS shows it.</summary>
    public static string GetName(this MachineStatus status) => status switch
    {
        MachineStatus.FailedCommissioning => "Failed commissioning",
        MachineStatus.FailedDeployment => "Failed deployment",
        MachineStatus.ReleasingFailed => "Releasing failed",
        MachineStatus.DiskErasing => "Disk erasing",
        MachineStatus.FailedDiskErasing => "Failed disk erasing",
        MachineStatus.RescueMode => "Rescue mode",
        MachineStatus.EnteringRescueMode => "Entering rescue mode",
        MachineStatus.FailedToEnterRescueMode => "Failed to enter rescue mode",
        MachineStatus.ExitingRescueMode => "Exiting rescue mode",
        MachineStatus.FailedToExitRescueMode => "Failed to exit rescue mode",
        MachineStatus.FailedTesting => "Failed testing",
        _ => status.ToString(),
    };

    /// <summary>The name a filter takes: lower case, with underscores, and here and there in another order.</summary>
    public static string GetFilterName(this MachineStatus status) => status switch
    {
        MachineStatus.ReleasingFailed => "failed_releasing",
        MachineStatus.FailedToEnterRescueMode => "failed_entering_rescue_mode",
        MachineStatus.FailedToExitRescueMode => "failed_exiting_rescue_mode",
        _ => ToFilterName(status.GetName()),
    };

    /// <summary>The name a filter takes for a status by any of its names; one that is not known is written as filters' are.</summary>
    public static string GetFilterName(string name) => Parse(name) is { } known ? known.GetFilterName() : ToFilterName(name);

    /// <summary>The status of a name that MAAS shows; null for one that is not known.</summary>
    public static MachineStatus? Parse(string? name) => name is not null && ByName.TryGetValue(name, out var status) ? status : null;

    /// <summary>Whether a machine is in rescue mode, or on its way there or back.</summary>
    public static bool IsRescue(this MachineStatus status) => status is MachineStatus.RescueMode or MachineStatus.EnteringRescueMode
        or MachineStatus.FailedToEnterRescueMode or MachineStatus.ExitingRescueMode or MachineStatus.FailedToExitRescueMode;

    private static string ToFilterName(string name) => name.ToLowerInvariant().Replace(' ', '_');
}
