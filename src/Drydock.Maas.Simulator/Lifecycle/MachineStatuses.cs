namespace Drydock.Maas.Simulator.Lifecycle;

/// <summary>Statuses in MAAS's words.</summary>
internal static class MachineStatuses
{
    public static string NameOf(MachineStatus status) => status switch
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
    public static string FilterNameOf(MachineStatus status) => status switch
    {
        MachineStatus.ReleasingFailed => "failed_releasing",
        MachineStatus.FailedToEnterRescueMode => "failed_entering_rescue_mode",
        MachineStatus.FailedToExitRescueMode => "failed_exiting_rescue_mode",
        _ => NameOf(status).ToLowerInvariant().Replace(' ', '_'),
    };
}
