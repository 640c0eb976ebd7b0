using Drydock.Maas.Design;

namespace Drydock.Maas.Provisioning.Tests.Tasks;

/// <summary>Strategies and nodes by the names of groups: node a1 belongs to group a.</summary>
internal static class StrategyBuilder
{
    public static DeploymentStrategy Of(params DeploymentGroup[] groups) => new() { Name = "test", Groups = groups };

    /// <summary>A group of the nodes named, all of which have to succeed.</summary>
    public static DeploymentGroup Group(string name, string nodes, string after = "", bool critical = false) => new()
    {
        Name = name,
        IsCritical = critical,
        DependsOn = Words(after),
        Selectors = [new() { NodeNames = Words(nodes) }],
        Criteria = new() { PercentSuccessfulNodes = 100 },
    };

    public static IReadOnlyList<DrydockNode> NodesNamed(string names) => [.. Words(names).Select(n => new DrydockNode { Name = n })];

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
