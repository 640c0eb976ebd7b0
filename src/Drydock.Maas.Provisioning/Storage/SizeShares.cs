namespace Drydock.Maas.Provisioning.Storage;

/// <summary>Shares out a disk or volume group among what the design puts on it, before anything is written.</summary>
internal static class SizeShares
{
    /// <summary>The sizes MAAS will make, in order; throws when they do not fit.</summary>
    /// <param name="sizes">The sizes wanted, with the names of their owners.</param>
    /// <param name="whole">What percentages are of, in bytes.</param>
    /// <param name="available">What there is to share, in bytes.</param>
    /// <param name="container">The disk or volume group, for the error.</param>
    public static IReadOnlyList<long> Resolve(IReadOnlyList<(StorageSize Size, string Owner)> sizes, long whole, long available, string container)
    {
        var minima = sizes.Select(s => StorageSpace.Cut(s.Size.Of(whole))).ToList();
        var greedy = sizes.Count(s => s.Size.TakesRest);
        if (greedy > 1)
        {
            throw new NodeException(
                NodeErrorIds.InvalidSize,
                $"More than one size on {container} starts with >: {string.Join(", ", sizes.Where(s => s.Size.TakesRest).Select(s => s.Owner))}. Only one can take the rest.");
        }

        var left = available - minima.Sum();
        if (left < 0)
        {
            throw new NodeException(
                NodeErrorIds.NotEnoughStorage,
                $"{container} has {available:N0} bytes to share out, the design wants {minima.Sum():N0}: "
                + $"{string.Join(", ", sizes.Zip(minima, (s, m) => $"{s.Owner} {m:N0}"))}.");
        }

        return [.. sizes.Zip(minima, (s, minimum) => s.Size.TakesRest ? StorageSpace.Cut(minimum + left) : minimum)];
    }
}
