namespace Drydock.Maas.Simulator.Lifecycle;

/// <summary>What may be done on which status.</summary>
internal static class StatusRules
{
    public static readonly MachineStatus[] Commissionable =
        [MachineStatus.New, MachineStatus.Ready, MachineStatus.Broken, MachineStatus.FailedCommissioning];

    public static readonly MachineStatus[] Testable =
    [
        MachineStatus.New, MachineStatus.Ready, MachineStatus.Reserved, MachineStatus.Allocated, MachineStatus.Deployed,
        MachineStatus.Missing, MachineStatus.Retired, MachineStatus.Broken, MachineStatus.FailedCommissioning, MachineStatus.FailedDeployment, MachineStatus.ReleasingFailed, MachineStatus.FailedDiskErasing, MachineStatus.RescueMode,
        MachineStatus.FailedToEnterRescueMode, MachineStatus.FailedToExitRescueMode, MachineStatus.FailedTesting,
    ];

    public static readonly MachineStatus[] Releasable =
    [
        MachineStatus.Allocated, MachineStatus.Reserved, MachineStatus.Broken, MachineStatus.Deploying, MachineStatus.Deployed,
        MachineStatus.FailedDeployment, MachineStatus.FailedDiskErasing, MachineStatus.ReleasingFailed,
    ];

    public static readonly MachineStatus[] Abortable =
        [MachineStatus.Commissioning, MachineStatus.Testing, MachineStatus.Deploying, MachineStatus.DiskErasing];

    public static readonly MachineStatus[] Rescuable =
    [
        MachineStatus.New, MachineStatus.FailedCommissioning, MachineStatus.Ready, MachineStatus.Reserved, MachineStatus.Allocated,
        MachineStatus.FailedDeployment, MachineStatus.Deployed, MachineStatus.Missing, MachineStatus.Retired, MachineStatus.Broken,
        MachineStatus.FailedDiskErasing, MachineStatus.EnteringRescueMode, MachineStatus.FailedToEnterRescueMode, MachineStatus.FailedTesting,
    ];

    public static readonly MachineStatus[] InRescue =
    [
        MachineStatus.EnteringRescueMode, MachineStatus.FailedToEnterRescueMode, MachineStatus.RescueMode,
        MachineStatus.FailedToExitRescueMode, MachineStatus.ExitingRescueMode,
    ];

    /// <summary>Statuses in which a machine belongs to somebody.</summary>
    public static readonly MachineStatus[] InUse =
    [
        MachineStatus.Reserved, MachineStatus.Allocated, MachineStatus.Deploying, MachineStatus.Deployed, MachineStatus.FailedDeployment,
        MachineStatus.Releasing, MachineStatus.ReleasingFailed, MachineStatus.DiskErasing, MachineStatus.FailedDiskErasing,
        MachineStatus.EnteringRescueMode, MachineStatus.RescueMode, MachineStatus.ExitingRescueMode, MachineStatus.FailedToEnterRescueMode,
        MachineStatus.FailedToExitRescueMode, MachineStatus.Testing, MachineStatus.FailedTesting,
    ];

    /// <summary>Whether a machine is in rescue mode, or on its way there or back.</summary>
    public static bool IsRescue(MachineStatus status) => status is MachineStatus.RescueMode or MachineStatus.EnteringRescueMode
        or MachineStatus.FailedToEnterRescueMode or MachineStatus.ExitingRescueMode or MachineStatus.FailedToExitRescueMode;

    /// <summary>Statuses in which a machine that is switched on boots the image it is commissioned with.</summary>
    public static readonly MachineStatus[] RunsEphemeral =
    [
        MachineStatus.New, MachineStatus.Commissioning, MachineStatus.DiskErasing, MachineStatus.EnteringRescueMode,
        MachineStatus.RescueMode, MachineStatus.Testing,
    ];

    /// <summary>Statuses in which a machine keeps the addresses it was given though it is off.</summary>
    public static readonly MachineStatus[] KeepsAddresses =
    [
        MachineStatus.Commissioning, MachineStatus.Deployed, MachineStatus.Deploying, MachineStatus.DiskErasing, MachineStatus.RescueMode,
        MachineStatus.EnteringRescueMode, MachineStatus.Testing,
    ];

    private static readonly MachineStatus[] Deployment =
    [
        MachineStatus.Allocated, MachineStatus.Deploying, MachineStatus.Deployed, MachineStatus.FailedDeployment, MachineStatus.Releasing,
        MachineStatus.ReleasingFailed, MachineStatus.DiskErasing, MachineStatus.FailedDiskErasing,
    ];

    private static readonly MachineStatus[] BeforeTests =
    [
        MachineStatus.Deployed, MachineStatus.FailedDeployment, MachineStatus.ReleasingFailed, MachineStatus.FailedDiskErasing,
    ];

    /// <summary>Whether the special file systems shown are the allocation's; while tested or rescued it goes by the status before.</summary>
    public static bool ShowsAcquiredSpecials(MachineStatus status, MachineStatus previous) =>
        Deployment.Contains(status) || (InUse.Contains(status) && status != MachineStatus.Reserved && BeforeTests.Contains(previous));

    /// <summary>What a machine that fails in a status becomes.</summary>
    public static MachineStatus? FailureOf(MachineStatus status) => status switch
    {
        MachineStatus.Commissioning => MachineStatus.FailedCommissioning,
        MachineStatus.Deploying => MachineStatus.FailedDeployment,
        MachineStatus.Releasing => MachineStatus.ReleasingFailed,
        MachineStatus.DiskErasing => MachineStatus.FailedDiskErasing,
        MachineStatus.EnteringRescueMode => MachineStatus.FailedToEnterRescueMode,
        MachineStatus.ExitingRescueMode => MachineStatus.FailedToExitRescueMode,
        MachineStatus.Testing => MachineStatus.FailedTesting,
        _ => null,
    };
}
