using static Drydock.Maas.Values.MachineStatus;

namespace Drydock.Maas.Simulator.Lifecycle;

/// <summary>Groups of statuses that MAAS treats alike.</summary>
internal static class StatusGroups
{
    /// <summary>Statuses in which a machine belongs to somebody.</summary>
    public static readonly MachineStatus[] InUse =
    [
        Reserved, Allocated, Deploying, Deployed, FailedDeployment,
        Releasing, ReleasingFailed, DiskErasing, FailedDiskErasing,
        EnteringRescueMode, RescueMode, ExitingRescueMode, FailedToEnterRescueMode,
        FailedToExitRescueMode, Testing, FailedTesting,
    ];

    /// <summary>Statuses in which a machine that is switched on boots the image it is commissioned with.</summary>
    public static readonly MachineStatus[] RunsEphemeral =
    [
        New, Commissioning, DiskErasing, EnteringRescueMode,
        RescueMode, Testing,
    ];

    /// <summary>Statuses in which a machine keeps the addresses it was given though it is off.</summary>
    public static readonly MachineStatus[] KeepsAddresses =
    [
        Commissioning, Deployed, Deploying, DiskErasing, RescueMode,
        EnteringRescueMode, Testing,
    ];

    private static readonly MachineStatus[] Deployment =
    [
        Allocated, Deploying, Deployed, FailedDeployment, Releasing,
        ReleasingFailed, DiskErasing, FailedDiskErasing,
    ];

    private static readonly MachineStatus[] BeforeTests =
    [
        Deployed, FailedDeployment, ReleasingFailed, FailedDiskErasing,
    ];

    /// <summary>Whether the special file systems shown are the allocation's; while tested or rescued it goes by the status before.</summary>
    public static bool ShowsAcquiredSpecials(MachineStatus status, MachineStatus previous) =>
        Deployment.Contains(status) || (InUse.Contains(status) && status != Reserved && BeforeTests.Contains(previous));
}
