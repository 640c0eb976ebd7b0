using Drydock.Maas.Models;
using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Engine.Plans;

/// <summary>A write to a machine as a whole.</summary>
/// <param name="Machine">The machine as it is before.</param>
internal abstract record MachineWrite(Machine Machine) : Operation
{
    /// <summary>The member of a change's values that tells a machine's status.</summary>
    public const string Status = "status";

    /// <inheritdoc/>
    public override IReadOnlyList<ChangeSubject> Subjects => [Describe(Machine)];

    /// <summary>A machine, told apart from another of its name.</summary>
    public static ChangeSubject Describe(Machine machine) => new(ResourceKind.Machine, machine.ToString(), machine.SystemId);

    /// <summary>That something is done with the machine in its present status.</summary>
    protected PlannedChange Act(ChangeAction action, string? after = null, ChangeSeverity severity = ChangeSeverity.Disruptive) =>
        Act(action, ResourceKind.Machine, Machine.ToString(), Machine.StatusName, after, severity) with
        {
            BeforeValues = new([new(Status, $"{Machine.KnownStatus}")]), AfterValues = ChangeValues.None,
        };

    /// <summary>That one of its properties gets another value.</summary>
    protected PlannedChange Set(ChangeProperty property, string? before, string? after, ChangeSeverity severity = ChangeSeverity.Disruptive) =>
        Set(ResourceKind.Machine, Machine.ToString(), property, before, after, severity);
}
