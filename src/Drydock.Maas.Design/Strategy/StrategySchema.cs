using Drydock.Maas.Design.Documents.Schema;

namespace Drydock.Maas.Design.Strategy;

/// <summary>Shipyard's schema of a DeploymentStrategy. The reader is more lenient: one value stands for a list of one.</summary>
internal static class StrategySchema
{
    /// <summary>What counts as success.</summary>
    public static MapRule Criteria { get; } = new(
        ("percent_successful_nodes", ScalarRule.Number),
        ("minimum_successful_nodes", ScalarRule.Number),
        ("maximum_failed_nodes", ScalarRule.Number));

    /// <summary>Which nodes.</summary>
    public static MapRule Selector { get; } = new(
        ("node_names", ListRule.Texts), ("node_labels", ListRule.Texts), ("node_tags", ListRule.Texts), ("rack_names", ListRule.Texts));

    /// <summary>A group.</summary>
    public static MapRule Group { get; } = new MapRule(
        ("name", ScalarRule.Text),
        ("critical", ScalarRule.Boolean),
        ("depends_on", ListRule.Texts),
        ("selectors", new ListRule(Selector)),
        ("success_criteria", Criteria)).Requiring("name", "critical");

    /// <summary>The whole.</summary>
    public static MapRule Rule { get; } = new MapRule(("groups", new ListRule(Group))).Requiring("groups");
}
