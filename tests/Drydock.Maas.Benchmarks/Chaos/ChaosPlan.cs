using Drydock.Maas.Design;
using Drydock.Maas.Simulation;

namespace Drydock.Maas.Benchmarks.Chaos;

/// <summary>What goes wrong in a round; the same seed makes the same.</summary>
internal sealed class ChaosPlan
{
    // About how much a node tells of its progress in a whole run.
    private const int ToldByNode = 30;

    public ChaosPlan(int seed, IReadOnlyList<DrydockNode> nodes)
    {
        Random = new Random(seed);
        Faults = ChaosFaults.Choose(Random, [.. nodes.Select(n => n.Name)]);
        var hands = Chaos.Hands.All.OrderBy(_ => Random.Next()).Take(Random.Next(6)).ToList();
        var touched = nodes.OrderBy(_ => Random.Next()).Take(hands.Count);
        Hands = [.. hands.Zip(touched, (hand, node) => (hand, node, Random.Next(nodes.Count * ToldByNode)))];
        CancelAt = Random.Next(4) == 0 ? Random.Next(nodes.Count * ToldByNode) : null;
        HasSecondOperator = Random.Next(6) == 0;
    }

    public Random Random { get; }

    public IReadOnlyList<SimulatorFault> Faults { get; }

    public IReadOnlyList<(Hand Hand, DrydockNode Node, int At)> Hands { get; }

    public int? CancelAt { get; }

    public bool HasSecondOperator { get; }

    /// <summary>Whether what goes wrong strikes single machines only, so that all others have to come through at the first run.</summary>
    public bool SparesOthers => CancelAt is null && Faults.All(ChaosFaults.IsOfMachines) && !Hands.Any(h => h.Hand.IsOfSite);

    public override string ToString() => string.Join(", ", Faults.Select(f => $"{f.Kind}")
        .Concat(Hands.Select(h => h.Hand.Name)).Concat(CancelAt is null ? [] : ["cancelled"]).Concat(HasSecondOperator ? ["two operators"] : []));
}
