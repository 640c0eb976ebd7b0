using Drydock.Maas.Design.Deckhand;
using static Drydock.Maas.Design.Tests.Deckhand.Rendering;

namespace Drydock.Maas.Design.Tests.Deckhand;

/// <summary>Control documents are rendered as they are, but others may refer to them.</summary>
public sealed class ControlDocumentTests
{
    [Fact]
    public void A_value_may_be_taken_from_one() => Assert.Equal(
        """{"b":"type"}""",
        DataOf("d", Document("d", "site", "{}", metadata:
            "substitutions: [ { src: { schema: deckhand/LayeringPolicy/v1, name: policy, path: "
                + "'.layerOrder[1]' }, dest: { path: .b } } ]")));

    [Fact]
    public void It_is_never_substituted_itself() => Assert.Equal(
        """{"a":1}""",
        DataOf("k", Control("substitutions: [ { src: { schema: ex/Kind/v1, name: s, path: .a }, dest: { path: .a } } ]")
            + Document("s", "site", "{ a: 2 }")));

    [Fact]
    public void Its_layer_must_be_known_when_it_has_one() =>
        Assert.Equal("InvalidDocumentLayer", Refusal(Control("layeringDefinition: { layer: nowhere }")).ErrorId);

    [Fact]
    public void An_abstract_one_is_not_handed_on() =>
        Assert.DoesNotContain(Render(Control("layeringDefinition: { layer: site, abstract: true }")), d => d.Name == "k");

    [Theory]
    [InlineData("v1.0")]
    [InlineData("v2")]
    public void A_layering_policy_may_be_of_any_version(string version)
    {
        var policy = Control("labels: {}").Replace("ex/Control/v1", $"deckhand/LayeringPolicy/{version}", StringComparison.Ordinal);
        var warnings = new List<DesignProblem>();
        Render(policy, new DeckhandOptions(Prevalidate: false), warnings);
        Assert.Equal("SeveralLayeringPolicies", Assert.Single(warnings).ErrorId);
    }

    private static string Control(string metadata) => $$"""
        ---
        schema: ex/Control/v1
        metadata: { schema: metadata/Control/v1, name: k, {{metadata}} }
        data: { a: 1 }

        """;
}
