using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Nodes.Network;
using Drydock.Maas.Provisioning.Nodes.Storage;

namespace Drydock.Maas.Provisioning.Nodes.Deploy;

/// <summary>A write on the way of a machine to its operating system.</summary>
/// <param name="Machine">The machine.</param>
internal abstract record DeployOperation(Machine Machine) : MachineWrite(Machine);

/// <summary>Allocates a machine to the connected user.</summary>
internal sealed record AllocateMachine(Machine Machine) : DeployOperation(Machine)
{
    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges => [Act(ChangeAction.Allocate, null, ChangeSeverity.Cosmetic)];

    /// <summary>MAAS sets up disks of a machine only while nobody has it.</summary>
    public override bool Requires(Operation other) => other is InterfaceOperation or StorageOperation;
}

/// <summary>Sets owner data; what is not named stays.</summary>
/// <param name="Machine">The machine.</param>
/// <param name="Wanted">The owner data that differ.</param>
internal sealed record SetOwnerData(Machine Machine, IReadOnlyDictionary<string, string> Wanted) : DeployOperation(Machine)
{
    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges =>
    [
        .. Wanted.Select(d => Set(ChangeProperty.OwnerData, Machine.WorkloadAnnotations.GetValueOrDefault(d.Key), d.Value, ChangeSeverity.Cosmetic)
            with { PropertyKey = d.Key }),
    ];

    /// <inheritdoc/>
    public override bool Requires(Operation other) => other is AllocateMachine;
}

/// <summary>Gives a machine its operating system.</summary>
/// <param name="Machine">The machine.</param>
/// <param name="Node">The node it is deployed for.</param>
/// <param name="Request">What is asked of MAAS.</param>
/// <param name="BootActions">What boot actions put onto it, in words; null for nothing.</param>
internal sealed record DeployMachine(Machine Machine, DrydockNode Node, DeployRequest Request, string? BootActions) : DeployOperation(Machine)
{
    /// <inheritdoc/>
    public override ChangeValues? Sent => RequestValues.Read(Request, digested: [nameof(Request.UserData)]);

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges =>
        [Act(ChangeAction.Deploy, Describe(), Request.EphemeralDeploy ? ChangeSeverity.Disruptive : ChangeSeverity.Destructive)];

    /// <summary>Whatever else is planned for the machine has to be done before.</summary>
    public override bool Requires(Operation other) => other is not DeployMachine;

    private string? Describe()
    {
        var text = $"{$"{Request} {BootActions}".Trim()}{(Request.EphemeralDeploy ? ", in memory" : "")}{(Request.EnableHwSync ? ", with hardware sync" : "")}";
        return text.Length == 0 ? null : text;
    }
}
