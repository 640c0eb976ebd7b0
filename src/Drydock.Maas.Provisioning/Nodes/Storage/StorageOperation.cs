using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>
/// A write to a machine's storage. Which has to come before which follows from what each makes, takes, leaves and ends: MAAS takes only what is
/// there and free, ends only what nothing stands on, and gives each name to one block device of a machine.
/// </summary>
internal abstract record StorageOperation : Operation
{
    /// <summary>What is there, or as the design wants it, only once it is done.</summary>
    public virtual IReadOnlyList<StorageResource> Makes => [];

    /// <summary>What has to be there and free.</summary>
    public virtual IReadOnlyList<StorageResource> Takes => [];

    /// <summary>What is free of it once it is done.</summary>
    public virtual IReadOnlyList<StorageResource> Leaves => [];

    /// <summary>What is no longer there then.</summary>
    public virtual IReadOnlyList<StorageResource> Ends => [];

    /// <summary>What it is done to.</summary>
    public virtual IReadOnlyList<StorageResource> Touches => [.. Makes, .. Takes, .. Leaves, .. Ends];

    /// <summary>The name that it gives to a block device, as MAAS keeps it; null for none.</summary>
    public virtual string? NameTaken => null;

    /// <summary>The name of a block device that is free once it is done; null for none.</summary>
    public virtual string? NameFreed => null;

    /// <inheritdoc/>
    public override bool Requires(Operation other) => other is StorageOperation earlier
        && (earlier.Makes.Any(made => Takes.Any(made.Is))
            || earlier.Leaves.Any(left => Takes.Any(left.Is) || Ends.Any(left.GoesWith))
            || earlier.Ends.Any(ended => Makes.Any(ended.Is))
            || (earlier.NameFreed is { } name && name == NameTaken));
}
