using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Release;

/// <summary>A write on the way of a machine out of use.</summary>
/// <param name="Machine">The machine.</param>
internal abstract record ReleaseOperation(Machine Machine) : MachineWrite(Machine);

/// <summary>Gives a machine back.</summary>
/// <param name="Machine">The machine.</param>
/// <param name="Request">How its disks are erased: what is left out MAAS takes from its settings, whose secure erase is on from the start.</param>
internal sealed record ReleaseMachine(Machine Machine, ReleaseRequest Request) : ReleaseOperation(Machine)
{
    /// <summary>Whether what follows is done although MAAS fails at it: a broken machine would never leave otherwise.</summary>
    public bool MayFail { get; init; }

    /// <inheritdoc/>
    public override ChangeValues? Sent => RequestValues.Read(Request);

    /// <inheritdoc/>
    public override ChangeValues? Found => new(
    [
        new(Status, $"{Machine.KnownStatus}"), new("system", Machine.DistroSeries ?? ""), new("installation", RequestValues.Show(Machine.CurrentInstallationResultId ?? 0)),
    ]);

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges =>
    [
        Act(
            ChangeAction.Release,
            $"it is {Machine.StatusName}{(string.IsNullOrEmpty(Machine.DistroSeries) ? "" : $" with {Machine.DistroSeries}")}{DescribeErasing()}",
            ChangeSeverity.Destructive),
    ];

    private string DescribeErasing() => Request switch
    {
        { SecureErase: true, QuickErase: true } => ", secure or else quick erase of its disks",
        { SecureErase: true } => ", secure erase of its disks",
        { QuickErase: true } => ", quick erase of its disks",
        { Erase: true, SecureErase: null } when Machine.KnownStatus == MachineStatus.FailedDiskErasing => ", its disks are erased again",
        { Erase: true } => ", full erase of its disks",
        _ => "",
    };
}

/// <summary>Waits until a machine that is being released is free.</summary>
/// <param name="Node">The node whose machine it is.</param>
internal sealed record AwaitRelease(DrydockNode Node) : WaitOperation(Node)
{
    /// <summary>Whether what follows is done although the release fails.</summary>
    public bool MayFail { get; init; }
}

/// <summary>Makes a machine's power manual, so that the record of its hypervisor goes with it.</summary>
/// <param name="Machine">The machine.</param>
internal sealed record SetManualPower(Machine Machine) : ReleaseOperation(Machine)
{
    /// <summary>The power driver of a machine that people switch.</summary>
    public const string Manual = "manual";

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges => [Set(ChangeProperty.PowerType, Machine.PowerType, Manual)];
}

/// <summary>Takes a machine out of MAAS.</summary>
/// <param name="Machine">The machine.</param>
internal sealed record DeleteMachine(Machine Machine) : ReleaseOperation(Machine)
{
    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges =>
        [Delete(ResourceKind.Machine, Machine.ToString(), $"{Machine.SystemId}, {Machine.StatusName}")];

    /// <inheritdoc/>
    public override bool Requires(Operation other) => other is ReleaseMachine or SetManualPower;
}
