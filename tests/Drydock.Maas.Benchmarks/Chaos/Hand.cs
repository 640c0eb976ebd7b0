using Drydock.Maas.Design;

namespace Drydock.Maas.Benchmarks.Chaos;

/// <summary>Something that others do in the middle of a task.</summary>
/// <param name="Name">What it is.</param>
/// <param name="IsOfSite">Whether it concerns all nodes.</param>
/// <param name="ActAsync">Does it to a node; may be refused by MAAS.</param>
internal sealed record Hand(string Name, bool IsOfSite, Func<HandContext, DrydockNode, string, Task> ActAsync)
{
    /// <summary>What only a human can undo; null where a further run repairs it.</summary>
    public Func<HandContext, DrydockNode, Task>? RepairAsync { get; init; }

    /// <summary>Whether the machine is another user's from then on.</summary>
    public bool Takes { get; init; }
}
