using Drydock.Maas.Api;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Nodes.Identity;

namespace Drydock.Maas.Provisioning.Nodes.Commission;

/// <summary>A write that has a machine commissioned.</summary>
/// <param name="Machine">The machine.</param>
internal abstract record CommissionOperation(Machine Machine) : MachineWrite(Machine);

/// <summary>Passes over a machine's failed tests: MAAS commissions none in that status.</summary>
internal sealed record OverrideFailedTests(Machine Machine) : CommissionOperation(Machine)
{
    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges => [Act(ChangeAction.OverrideFailedTests, MachineStatus.Ready.GetName())];
}

/// <summary>Commissions a machine.</summary>
/// <param name="Machine">The machine.</param>
/// <param name="Request">What MAAS is asked to do and to leave alone.</param>
internal sealed record CommissionMachine(Machine Machine, CommissionRequest Request) : CommissionOperation(Machine)
{
    /// <inheritdoc/>
    public override ChangeValues? Sent => RequestValues.Read(Request);

    /// <inheritdoc/>
    public override ChangeValues? Found => new(
    [
        new(Status, $"{Machine.KnownStatus}"), new("commissioning", RequestValues.Show(Machine.CurrentCommissioningResultId ?? 0)),
    ]);

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges => [Act(ChangeAction.Commission)];

    /// <summary>It has its node's name and power from the beginning.</summary>
    public override bool Requires(Operation other) => other is OverrideFailedTests or IdentityOperation;
}
