using System.Globalization;
using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>The partitions of a disk, or of a RAID, wanted and there.</summary>
internal static class DiskPlanner
{
    /// <summary>What is missing, wrong or too much; a partition that is right is not touched.</summary>
    /// <param name="observed">The storage the machine has.</param>
    /// <param name="disk">The disk, with its device as it is.</param>
    /// <param name="device">The disk, or the RAID, as operations name it.</param>
    public static IEnumerable<StorageOperation> PlanDifference(ObservedStorage observed, DesiredDisk disk, StorageResource device)
    {
        var match = observed.On(disk);
        List<StorageOperation> operations = [];
        if (disk.Device.Filesystem is { } whole && !MemberFilesystem.Is(whole))
            operations.AddRange(FilesystemPlanner.PlanRemoval(device, whole));
        foreach (var stale in match.Stale)
            operations.Add(new DeletePartition(device, stale, match.Successor(stale) is { } next ? (disk.KeyOf(next), next.Size) : null));
        foreach (var missing in match.Missing.Where(m => !observed.IsMadeByLayout(disk, m)))
        {
            var partition = observed.PartitionResource(disk.KeyOf(missing));
            var replaced = match.Stale.FirstOrDefault(s => match.Successor(s) == missing);
            operations.Add(new CreatePartition(partition, missing, replaced?.Size));
            operations.AddRange(FilesystemPlanner.PlanDifference(partition, missing.Filesystem, null));
        }

        foreach (var partition in disk.Partitions)
        {
            if (match.Find(partition) is { } present)
                operations.AddRange(FilesystemPlanner.PlanDifference(observed.PartitionResource(disk.KeyOf(partition)), partition.Filesystem, present.Filesystem));
        }

        return operations;
    }
}

/// <summary>Makes a partition.</summary>
/// <param name="Partition">The partition, on its device.</param>
/// <param name="Wanted">The partition as the design wants it.</param>
/// <param name="Replaced">Bytes of the one that it takes the place of; null for none.</param>
internal sealed record CreatePartition(StorageResource Partition, DesiredPartition Wanted, long? Replaced) : StorageOperation
{
    /// <inheritdoc/>
    public override IReadOnlyList<PlannedChange> Changes => [Create(
        ResourceKind.Partition, Partition.Name, SizeText.Format(Wanted.Size, Replaced ?? Wanted.Size), Partition.On!.Name) with { Size = Wanted.Size }];

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Makes => [Partition];

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Takes => [Partition.On!];

    public PartitionRequest ToRequest() => new() { Size = Wanted.Size, Uuid = Wanted.Design.PartitionUuid, Bootable = Wanted.Design.Bootable };
}

/// <summary>Deletes a partition.</summary>
/// <param name="Device">What it is on.</param>
/// <param name="Present">The partition.</param>
/// <param name="Successor">Key and bytes of the one that takes its place; null for none.</param>
internal sealed record DeletePartition(StorageResource Device, Partition Present, (string Key, long Size)? Successor) : StorageOperation
{
    /// <inheritdoc/>
    public override IReadOnlyList<PlannedChange> Changes => [Delete(
        ResourceKind.Partition,
        Name,
        $"{SizeText.Format(Present.Size, Successor?.Size ?? Present.Size)}, {Present.UsedFor ?? "unused"}",
        Device.Name) with { Size = Present.Size }];

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Leaves => [Device];

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Ends => [new(ResourceKind.Partition, Name, Present.Id, Device)];

    private string Name => Successor?.Key ?? string.Create(CultureInfo.InvariantCulture, $"{Device.Name}/{Present.Id}");
}
