namespace Drydock.Maas.Design.Strategy;

/// <summary>Reads the groups of a strategy.</summary>
internal static class GroupReader
{
    public static IEnumerable<DeploymentGroup> Read(StrategyValue root)
    {
        var groups = root.Mapping(StrategySchema.Rule)["groups"];
        if (groups.IsMissing)
            groups.Problems.Add(ErrorIds.InvalidStrategy, groups.Path, "A strategy has groups; these are missing.");
        return groups.List().Select(ReadGroup).ToList();
    }

    private static DeploymentGroup ReadGroup(StrategyValue group)
    {
        group.Mapping(StrategySchema.Group);
        return new()
        {
            Name = group["name"].Text(),
            IsCritical = group["critical"].Truth(),
            DependsOn = group["depends_on"].Texts(),
            Selectors = [.. group["selectors"].List().Select(ReadSelector)],
            Criteria = group["success_criteria"].IsMissing ? new() : ReadCriteria(group["success_criteria"]),
        };
    }

    private static DeploymentSelector ReadSelector(StrategyValue selector)
    {
        selector.Mapping(StrategySchema.Selector).NotEmpty();
        return new()
        {
            NodeNames = selector["node_names"].Texts(),
            NodeLabels = [.. selector["node_labels"].List().Select(ReadLabel)],
            NodeTags = selector["node_tags"].Texts(),
            RackNames = selector["rack_names"].Texts(),
        };
    }

    private static KeyValuePair<string, string> ReadLabel(StrategyValue label)
    {
        var parts = label.Text().Split(':');
        if (parts.Length != 2 || parts.Any(string.IsNullOrWhiteSpace))
        {
            label.Problems.Add(ErrorIds.InvalidStrategy, label.Path, $"A label is written \"key: value\" in quotes, not \"{label.Text()}\".");
            return new("", "");
        }

        return new(parts[0].Trim(), parts[1].Trim());
    }

    private static SuccessCriteria ReadCriteria(StrategyValue criteria)
    {
        criteria.Mapping(StrategySchema.Criteria).NotEmpty();
        return new()
        {
            PercentSuccessfulNodes = criteria["percent_successful_nodes"].Number(100),
            MinimumSuccessfulNodes = (int?)criteria["minimum_successful_nodes"].Number(int.MaxValue),
            MaximumFailedNodes = (int?)criteria["maximum_failed_nodes"].Number(int.MaxValue),
        };
    }
}
