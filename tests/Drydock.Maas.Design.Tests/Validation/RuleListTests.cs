using Drydock.Maas.Design.Validation;

namespace Drydock.Maas.Design.Tests.Validation;

/// <summary>The rules as a whole.</summary>
public sealed class RuleListTests
{
    [Fact]
    public void The_list_in_the_docs_is_complete()
    {
        var lines = File.ReadAllLines(RepositoryFolder.GetPath("docs", "validation-rules.md"));
        Assert.All(DesignValidator.Rules, rule => Assert.Contains($"| `{rule.RuleId}` | {rule.Code} | {rule.Description} |", lines));
    }

    [Fact]
    public void Rule_ids_are_unique() =>
        Assert.Equal(DesignValidator.Rules.Count, DesignValidator.Rules.Select(r => r.RuleId).Distinct().Count());
}
