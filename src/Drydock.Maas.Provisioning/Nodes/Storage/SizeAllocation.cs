using Drydock.Maas.Design;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>Shares out a disk or volume group among what the design puts on it, before anything is written.</summary>
internal static class SizeAllocation
{
    /// <summary>The sizes MAAS will make, in order; throws when they do not fit.</summary>
    /// <param name="sizes">The sizes wanted, with the names of their owners.</param>
    /// <param name="whole">What percentages are of, in bytes.</param>
    /// <param name="available">What there is to share, in bytes.</param>
    /// <param name="container">The disk or volume group, for the error.</param>
    public static IReadOnlyList<long> Resolve(
        IReadOnlyList<(StorageSize Size, string Owner)> sizes, long whole, long available, string container)
    {
        var minima = sizes.Select(s => s.Size.CutBytes(whole)).ToList();
        var greedy = sizes.Count(s => s.Size.TakesRest);
        if (greedy > 1)
        {
            throw new NodeException(
                ErrorIds.InvalidSize,
                $"More than one size on {container} starts with >: "
                    + $"{string.Join(", ", sizes.Where(s => s.Size.TakesRest).Select(s => s.Owner))}. Only one can take the rest.");
        }

        // Sizes written in a design may add up to more than a long holds.
        var wanted = minima.Sum(m => (decimal)m);
        if (wanted > available)
        {
            throw new NodeException(
                ErrorIds.NotEnoughStorage,
                $"{container} has {SizeText.Format(available, wanted)} to share out, the design wants {SizeText.Format(wanted, available)}: "
                + $"{string.Join(", ", sizes.Zip(minima, (s, m) => $"{s.Owner} {SizeText.Format(m)}"))}.");
        }

        var left = available - (long)wanted;
        return [.. sizes.Zip(
            minima, (s, minimum) => RequireExtent(s.Size.TakesRest ? StorageExtent.Cut(minimum + left) : minimum, s, container))];
    }

    private static long RequireExtent(long size, (StorageSize Size, string Owner) share, string container)
    {
        if (size > 0)
            return size;
        throw share.Size.TakesRest
            ? new NodeException(ErrorIds.NotEnoughStorage, $"{container} has nothing left for {share.Owner}.")
            : new NodeException(
                ErrorIds.InvalidSize,
                $"The size of {share.Owner} on {container} is below 4 MiB; MAAS makes nothing smaller.");
    }
}
