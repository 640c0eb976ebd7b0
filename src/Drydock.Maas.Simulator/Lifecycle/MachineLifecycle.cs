using Drydock.Maas.Simulation;
using static Drydock.Maas.Values.MachineStatus;

namespace Drydock.Maas.Simulator.Lifecycle;

/// <summary>
/// The life of a machine as two tables: what users ask for and in which statuses, and how the statuses end that do not last. Each way from one status
/// to another is one of those in MAAS's <c>maasserver/node_status.py</c>; a test holds it to them.
/// </summary>
internal static class MachineLifecycle
{
    // operation                                                 taken in → becomes
    public static readonly MachineOperation Commission = new("commission", [New, Ready, Broken, FailedCommissioning], Commissioning);

    public static readonly MachineOperation Test = new(
        "test",
        [
            New, FailedCommissioning, Ready, Reserved, Allocated, FailedDeployment, Deployed, Missing, Retired, Broken, ReleasingFailed,
            FailedDiskErasing, FailedToEnterRescueMode, RescueMode, FailedToExitRescueMode, FailedTesting,
        ],
        Testing);

    public static readonly MachineOperation OverrideFailedTesting = new("override_failed_testing", [FailedTesting], Ready, Deployed);

    public static readonly MachineOperation Allocate = new("allocate", [Ready], Allocated);

    /// <summary>A machine that is Ready is allocated on the way.</summary>
    public static readonly MachineOperation Deploy = new("deploy", [Ready, Allocated], Deploying);

    public static readonly MachineOperation Release = new(
        "release",
        [Reserved, Allocated, Deploying, Deployed, FailedDeployment, Broken, FailedDiskErasing, ReleasingFailed],
        Releasing,
        DiskErasing);

    /// <summary>Where it leads to is in the table of stages.</summary>
    public static readonly MachineOperation Abort = new("abort", [Commissioning, Testing, Deploying, DiskErasing]);

    public static readonly MachineOperation MarkBroken = new("mark_broken", Enum.GetValues<MachineStatus>(), Broken);

    public static readonly MachineOperation MarkFixed = new("mark_fixed", [Broken], Ready, Deployed);

    public static readonly MachineOperation Lock = new("lock", [Deploying, Deployed]);

    public static readonly MachineOperation EnterRescueMode = new(
        "rescue_mode",
        [
            New, FailedCommissioning, Ready, Reserved, Allocated, FailedDeployment, Deployed, Missing, Retired, Broken, FailedDiskErasing,
            FailedTesting, FailedToEnterRescueMode, EnteringRescueMode,
        ],
        EnteringRescueMode);

    public static readonly MachineOperation ExitRescueMode = new(
        "exit_rescue_mode",
        [EnteringRescueMode, FailedToEnterRescueMode, RescueMode, FailedToExitRescueMode, ExitingRescueMode],
        ExitingRescueMode);

    /// <summary>All of these operations.</summary>
    public static readonly IReadOnlyList<MachineOperation> Operations =
    [
        Commission, Test, OverrideFailedTesting, Allocate, Deploy, Release, Abort, MarkBroken, MarkFixed, Lock, EnterRescueMode, ExitRescueMode,
    ];

    // status, what MAAS calls it, who ends it, after how long, with what
    //     what comes next, what when it fails, what when a user aborts it
    private static readonly Dictionary<MachineStatus, LifecycleStage> Stages = new LifecycleStage[]
    {
        new(Commissioning, "commissioning", StageActor.Machine, Seconds(150), TransitionKind.CommissioningEnds)
        {
            Next = _ => Testing,
            Failed = FailedCommissioning,
            Aborted = _ => New,
            Failure = SimulatorFaultKind.CommissioningFailure,
            Hang = SimulatorFaultKind.CommissioningHang,
        },
        new(Testing, "testing", StageActor.Machine, Seconds(30), TransitionKind.TestingEnds)
        {
            Next = machine => machine.PreviousStatus is Deployed or Allocated ? machine.PreviousStatus : Ready,
            Failed = FailedTesting,
            // MAAS switches a machine off whose commissioning had failed, and then fails to take its status back.
            Aborted = machine => machine.PreviousStatus switch
            {
                Commissioning => Ready,
                FailedCommissioning => Testing,
                var previous => previous,
            },
            Failure = SimulatorFaultKind.TestingFailure,
        },
        new(Deploying, "deployment", StageActor.Machine, Seconds(270), TransitionKind.DeploymentEnds)
        {
            Next = _ => Deployed,
            Failed = FailedDeployment,
            Aborted = _ => Allocated,
            Failure = SimulatorFaultKind.DeploymentFailure,
            FailureMessage = "Installation failed (refer to the installation log for more information).",
            Hang = SimulatorFaultKind.DeploymentHang,
        },
        new(DiskErasing, "disk erasing", StageActor.Machine, Seconds(60), TransitionKind.ErasingEnds)
        {
            Next = _ => Releasing,
            Failed = FailedDiskErasing,
            Aborted = _ => FailedDiskErasing,
        },
        new(Releasing, "releasing", StageActor.PowerController, Seconds(10), TransitionKind.ReleasePowersDown)
        {
            Next = machine => machine.CommissioningPassed ? Ready : New,
            Failed = ReleasingFailed,
            Failure = SimulatorFaultKind.ReleaseFailure,
            FailureMessage = "Failed to release machine.",
        },
        new(EnteringRescueMode, "entering rescue mode", StageActor.Machine, Seconds(60), TransitionKind.RescueModeEntered)
        {
            Next = _ => RescueMode,
            Failed = FailedToEnterRescueMode,
        },
        new(ExitingRescueMode, "exiting rescue mode", StageActor.PowerController, Seconds(300), TransitionKind.TimesOut)
        {
            Next = machine => machine.PreviousStatus,
            Failed = FailedToExitRescueMode,
        },
    }.ToDictionary(stage => stage.Status);

    /// <summary>The stage that a status is.</summary>
    public static LifecycleStage GetStage(MachineStatus status) => Stages[status];

    /// <summary>The stage that a status is; null for one that lasts.</summary>
    public static LifecycleStage? FindStage(MachineStatus status) => Stages.GetValueOrDefault(status);

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);
}
