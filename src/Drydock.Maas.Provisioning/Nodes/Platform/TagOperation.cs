using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Platform;

/// <summary>A write to a tag, or to the machines that have it.</summary>
internal abstract record TagOperation : Operation
{
    /// <summary>The change of a machine's tags.</summary>
    protected static PlannedChange SetTags(Machine machine, string? before, string after, params IReadOnlyList<string> causes) =>
        Set(ResourceKind.Machine, machine.ToString(), ChangeProperty.Tags, before, after, ChangeSeverity.Cosmetic) with
        {
            // Other tags of the machine are none of its business.
            Parents = causes, BeforeValues = ChangeValues.None, Subjects = [MachineWrite.Describe(machine)],
        };

    /// <summary>A machine's tags in words.</summary>
    protected static string Join(Machine machine) => string.Join(", ", machine.TagNames.Order(StringComparer.Ordinal));
}

/// <summary>Makes a tag, unless another node has just made it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="KernelParameters">The kernel parameters of machines that have it; null for none.</param>
internal sealed record CreateTag(string Name, string? KernelParameters = null) : TagOperation
{
    /// <summary>Its name as it is shown, where the name itself is a secret.</summary>
    public string ShownName { get; init; } = Name;

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges => [Create(ResourceKind.Tag, ShownName, KernelParameters)];
}

/// <summary>Gives a tag other kernel parameters.</summary>
/// <param name="Present">The tag.</param>
/// <param name="KernelParameters">The kernel parameters.</param>
internal sealed record SetKernelParameters(Tag Present, string KernelParameters) : TagOperation
{
    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges =>
        [Set(ResourceKind.Tag, Present.Name, ChangeProperty.KernelParameters, Present.KernelOpts, KernelParameters, ChangeSeverity.Cosmetic)];
}

/// <summary>Removes a tag.</summary>
/// <param name="Name">Its name.</param>
/// <param name="KernelParameters">The kernel parameters that go with it.</param>
internal sealed record DeleteTag(string Name, string? KernelParameters = null) : TagOperation
{
    /// <summary>Its name as it is shown, where the name itself is a secret.</summary>
    public string ShownName { get; init; } = Name;

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges => 
        [Delete(ResourceKind.Tag, ShownName, KernelParameters) with { Severity = ChangeSeverity.Cosmetic }];
}

/// <summary>Gives a machine a tag besides those it has.</summary>
/// <param name="Machine">The machine.</param>
/// <param name="Tag">The tag.</param>
internal sealed record AddTag(Machine Machine, string Tag) : TagOperation
{
    /// <summary>The tag as it is shown, where its name is a secret.</summary>
    public string ShownTag { get; init; } = Tag;

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges =>
        [SetTags(Machine, ShownTag == Tag ? Join(Machine) : null, $"+{ShownTag}", ShownTag)];

    /// <inheritdoc/>
    public override bool Requires(Operation other) => other is CreateTag create && create.Name == Tag;
}

/// <summary>Takes a tag off a machine.</summary>
/// <param name="Machine">The machine.</param>
/// <param name="Tag">The tag.</param>
internal sealed record RemoveTag(Machine Machine, string Tag) : TagOperation
{
    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges => [SetTags(Machine, Join(Machine), $"-{Tag}")];
}

/// <summary>Gives a tag to one machine alone: those that were its node before lose it in the same write, as Drydock empties it.</summary>
/// <param name="Machine">The machine.</param>
/// <param name="Tag">The tag.</param>
/// <param name="Former">The machines that lose it.</param>
internal sealed record GiveTag(Machine Machine, string Tag, IReadOnlyList<Machine> Former) : TagOperation
{
    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges =>
    [
        .. Machine.TagNames.Contains(Tag) ? [] : new AddTag(Machine, Tag).Changes,
        .. Former.SelectMany(m => new RemoveTag(m, Tag).Changes),
    ];

    /// <inheritdoc/>
    public override bool Requires(Operation other) => other is SetKernelParameters set && set.Present.Name == Tag;
}
