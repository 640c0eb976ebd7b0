

namespace Drydock.Maas.Provisioning.Engine.Plans;

/// <summary>
/// Orders the operations of a plan: each comes after those it requires, and otherwise they stay as they were planned, so that a plan reads from
/// the ground up.
/// </summary>
internal static class OperationOrder
{
    /// <summary>The operations in an order in which they can be carried out.</summary>
    /// <param name="operations">The operations as planned.</param>
    /// <exception cref="InvalidOperationException">Operations require each other in a circle: a fault of their planner.</exception>
    public static IReadOnlyList<Operation> Sort(IReadOnlyList<Operation> operations)
    {
        var sorted = new List<Operation>(operations.Count);
        var waiting = operations.Select(o => (Operation: o, Required: operations.Where(other => !ReferenceEquals(other, o) && o.Requires(other)).ToList())).ToList();
        var done = new HashSet<Operation>(ReferenceEqualityComparer.Instance);
        while (waiting.Count > 0)
        {
            var next = waiting.FindIndex(w => w.Required.TrueForAll(done.Contains));
            if (next < 0)
                throw new InvalidOperationException($"These operations require each other: {string.Join("; ", waiting.SelectMany(w => w.Operation.Changes))}.");
            sorted.Add(waiting[next].Operation);
            done.Add(waiting[next].Operation);
            waiting.RemoveAt(next);
        }

        return sorted;
    }
}
