using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Site.Access;
using Drydock.Maas.Provisioning.Tests.Builders;

namespace Drydock.Maas.Provisioning.Tests.Site.Access;

public sealed class TagDefinitionPlannerTests
{
    private static readonly TagDefinition Gpu = new() { Tag = "gpu", DefinitionType = "lshw_xpath", Definition = "//node[@id='display']" };

    [Fact]
    public void A_tag_that_MAAS_has_not_is_made() => Assert.Equal(["create Tag gpu: //node[@id='display']"], Plan([Gpu]));

    [Fact]
    public void A_tag_as_designed_is_not_touched() =>
        Assert.Empty(Plan([Gpu], new Tag { Name = "gpu", Definition = " //node[@id='display'] " }));

    [Fact]
    public void Another_definition_is_changed() => Assert.Equal(
        ["set definition of Tag gpu: //node -> //node[@id='display']"], Plan([Gpu], new Tag { Name = "gpu", Definition = "//node" }));

    [Theory]
    [InlineData("no name", "lshw_xpath")]
    [InlineData("gpu", "regex")]
    public void A_definition_that_MAAS_would_refuse_is_an_error(string name, string type) =>
        Assert.Equal([$"{name}: DesignInvalid"], Plan([Gpu with { Tag = name, DefinitionType = type }]));

    [Theory]
    [InlineData("//node[@id=\"display\"]/'clock units=\"Hz\"' > 1000000000")]
    [InlineData("//node[")]
    [InlineData("")]
    public void What_is_no_XPath_is_left_out_and_said(string definition)
    {
        var part = Assert.Single(TagDefinitionPlanner.Plan(
            new Region { TagDefinitions = [Gpu with { Definition = definition }] }, [new Tag { Name = "gpu" }], prune: false));
        Assert.StartsWith("The definition of tag gpu is no XPath", part.SkippedBecause, StringComparison.Ordinal);
        Assert.Empty(part.Changes);
    }

    [Theory]
    [InlineData("", ChangeSeverity.Destructive)]
    [InlineData("//node", ChangeSeverity.Cosmetic)]
    public void A_definition_takes_a_tag_off_the_machines_that_somebody_gave_it_to(string present, ChangeSeverity severity)
    {
        var part = Assert.Single(TagDefinitionPlanner.Plan(
            new Region { TagDefinitions = [Gpu] }, [new Tag { Name = "gpu", Definition = present }], prune: false));
        Assert.Equal(severity, Assert.Single(part.Changes).Severity);
    }

    [Fact]
    public void Two_definitions_of_one_tag_are_an_error() =>
        Assert.Equal(["gpu: DesignInvalid"], Plan([Gpu, Gpu with { Definition = "//other" }]));

    [Fact]
    public void Pruning_removes_definitions_of_ours_only()
    {
        var present = new Tag[]
        {
            new() { Name = "old", Definition = "//node", Comment = SiteComment.Text },
            new() { Name = "by-hand", Definition = "//node" },
            new() { Name = "static", Comment = SiteComment.Text },
        };
        Assert.Equal(["delete Tag old: //node"], TagDefinitionPlanner.Plan(new Region(), present, prune: true).InWords());
    }

    private static IReadOnlyList<string> Plan(IReadOnlyList<TagDefinition> wanted, params IReadOnlyList<Tag> present) =>
        TagDefinitionPlanner.Plan(new Region { TagDefinitions = wanted }, present, prune: false).InWords();
}
