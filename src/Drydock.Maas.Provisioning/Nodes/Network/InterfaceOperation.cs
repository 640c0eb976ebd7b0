using System.Globalization;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Network;

/// <summary>A write to the network of a machine.</summary>
internal abstract record InterfaceOperation : Operation
{
    /// <summary>The name of the interface it is done to; of one that is made, the name it gets.</summary>
    public abstract string Interface { get; }

    /// <summary>The names of the interfaces that this one stands on.</summary>
    public virtual IReadOnlyList<string> Parents => [];

    /// <summary>Other interfaces because of which it is done: they are made, deleted or changed by the same plan.</summary>
    public IReadOnlyList<string> Causes { get; init; } = [];

    /// <inheritdoc/>
    public sealed override bool Requires(Operation other) => other switch
    {
        RenameBridge rename => Concerns(rename.Name),
        InterfaceOperation before => Follows(before),
        _ => false,
    };

    /// <summary>The network as it is once the operation is done, as far as later operations of the plan depend on it.</summary>
    /// <param name="network">The network before.</param>
    public virtual MachineNetwork Expect(MachineNetwork network) => network;

    /// <summary>Whether another operation than a rename has to be done before.</summary>
    /// <param name="other">The other operation.</param>
    protected abstract bool Follows(InterfaceOperation other);

    /// <summary>Whether it is done to an interface of this name, or to one that stands on that.</summary>
    protected bool Concerns(string name) => Interface == name || Parents.Contains(name);

    /// <summary>The change of a property.</summary>
    protected PlannedChange Set(ChangeProperty property, string? before, string? after, params IReadOnlyList<string> causes) =>
        Set(ResourceKind.Interface, Interface, property, before, after) with { Parents = causes };

    /// <summary>The change of a setting; none when it stays.</summary>
    protected IEnumerable<PlannedChange> SetUnlessNull(ChangeProperty property, string? before, string? after) =>
        after is null ? [] : [Set(property, before, after)];

    /// <summary>The change of a setting that is a number; none when it stays.</summary>
    protected IEnumerable<PlannedChange> SetUnlessNull(ChangeProperty property, int? before, int? after) =>
        SetUnlessNull(property, before?.ToString(CultureInfo.InvariantCulture), after?.ToString(CultureInfo.InvariantCulture));
}
