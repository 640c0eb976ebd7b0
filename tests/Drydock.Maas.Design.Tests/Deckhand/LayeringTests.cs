using static Drydock.Maas.Design.Tests.Deckhand.Rendering;

namespace Drydock.Maas.Design.Tests.Deckhand;

/// <summary>Parents, actions and replacements.</summary>
public sealed class LayeringTests
{
    [Fact]
    public void Mappings_are_merged_and_lists_replaced() => Assert.Equal(
        """{"a":{"x":1,"y":3},"l":[9],"z":null}""",
        DataOf("c", Parent("{ a: { x: 1, y: 2 }, l: [1, 2] }") + Child("merge", ".", "{ a: { y: 3 }, l: [9], z: null }")));

    [Fact]
    public void What_stands_outside_the_paths_of_the_child_is_dropped() =>
        Assert.Equal(
            """{"a":{"x":1},"b":2}""", DataOf("c", Parent("{ a: { x: 1 }, b: 1 }") + Child("merge", ".b", "{ a: { x: 9 }, b: 2 }")));

    [Fact]
    public void A_replaced_path_is_the_childs_alone() =>
        Assert.Equal("""{"a":{"y":2},"b":1}""", DataOf("c", Parent("{ a: { x: 1 }, b: 1 }") + Child("replace", ".a", "{ a: { y: 2 } }")));

    [Fact]
    public void A_deleted_path_is_gone_and_may_be_filled_again() => Assert.Equal(
        """{"b":1,"a":{"y":2}}""",
        DataOf("c", Parent("{ a: { x: 1 }, b: 1 }") + Child("delete", ".a", "{ a: { y: 2 } }", ", { method: merge, path: . }")));

    [Theory]
    [InlineData("merge")]
    [InlineData("replace")]
    [InlineData("delete")]
    public void A_path_that_leads_nowhere_is_told_with_its_place(string method)
    {
        var problem = Refusal(Parent("{ a: 1 }") + Child(method, ".nowhere", "{ a: 2 }"));
        Assert.Equal("MissingDocumentKey", problem.ErrorId);
        Assert.Contains(".nowhere", problem.Message, StringComparison.Ordinal);
        Assert.True(problem.Location is { File: "test.yaml", Line: > 10 });
    }

    [Fact]
    public void The_nearest_layer_wins()
    {
        var nearer = Document("q", "type", "{ a: 2 }", "abstract: true", "labels: { k: p }");
        Assert.Equal("""{"a":2,"b":1}""", DataOf("c", Parent("{ a: 1 }") + nearer + Child("merge", ".", "{ b: 1 }")));
    }

    [Fact]
    public void Two_parents_in_one_layer_are_too_many()
    {
        var other = Document("q", "global", "{ a: 2 }", "abstract: true", "labels: { k: p }");
        Assert.Equal("IndeterminateDocumentParent", Refusal(Parent("{ a: 1 }") + other + Child("merge", ".", "{ b: 1 }")).ErrorId);
    }

    [Theory]
    [InlineData("global", "type", "global")]
    [InlineData("type", "global", "global")]
    public void Two_parents_in_a_layer_are_too_many_even_below_a_nearer_one(params string[] layers)
    {
        var parents = layers.Select((layer, i) => Document($"p{i}", layer, "{ a: 1 }", "abstract: true", "labels: { k: p }"));
        Assert.Equal("IndeterminateDocumentParent", Refusal(string.Concat(parents) + Child("merge", ".", "{ b: 1 }")).ErrorId);
    }

    [Theory]
    [InlineData("merge", "{\"a\":1,\"b\":2}")]
    [InlineData("replace", "{\"a\":1}")]
    [InlineData("delete", "{\"a\":1}")]
    public void A_dollar_alone_is_only_read(string method, string expected) =>
        Assert.Equal(expected, DataOf("c", Parent("{ a: 1 }") + Child(method, "$", "{ b: 2 }")));

    [Fact]
    public void A_replacement_that_takes_from_its_own_child_is_a_circle()
    {
        var replacement = Document(
            "p", "site", "{ b: 2 }", "parentSelector: { k: p }, actions: [ { method: merge, path: . } ]", "replacement: true\n  "
                + Taking(".x", "{ path: .y }").Replace("name: s", "name: c", StringComparison.Ordinal));
        var problem = Refusal(Parent("{ a: 1 }") + replacement + Child("merge", ".", "{ x: 3 }"));
        Assert.Equal("SubstitutionDependencyCycle", problem.ErrorId);
        Assert.Contains("[ex/Kind/v1, site] c needs [ex/Kind/v1, site] p", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_label_matches_by_type_too() =>
        Assert.Equal(
            """{"b":1}""", DataOf("c", Parent("{ a: 1 }").Replace("k: p", "k: 1", StringComparison.Ordinal)
                + Child("merge", ".", "{ b: 1 }").Replace("k: p", "k: '1'", StringComparison.Ordinal)));

    [Fact]
    public void A_replacement_stands_for_its_parent_everywhere()
    {
        var replacement = Document(
            "p", "site", "{ b: 2 }", "parentSelector: { k: p }, actions: [ { method: merge, path: . } ]", "replacement: true");
        var rendered = Render(Parent("{ a: 1 }", "abstract: false") + replacement + Child("merge", ".", "{ c: 3 }"));
        Assert.Equal(["p", "c", "policy"], rendered.Select(d => d.Name));
        Assert.Equal("site", rendered[0].Layer);
        Assert.Equal(
            """{"a":1,"b":2,"c":3}""", DataOf("c", Parent("{ a: 1 }", "abstract: false") + replacement + Child("merge", ".", "{ c: 3 }")));
    }

    [Fact]
    public void Two_replacements_of_one_document_are_refused()
    {
        var one = Document("p", "type", "{}", "parentSelector: { k: p }, actions: [ { method: merge, path: . } ]", "replacement: true");
        Assert.Equal("InvalidDocumentReplacement",
            Refusal(Parent("{ a: 1 }") + one + one.Replace("layer: type", "layer: site", StringComparison.Ordinal)).ErrorId);
    }

    [Fact]
    public void A_layer_the_policy_does_not_name_is_refused() =>
        Assert.Equal("InvalidDocumentLayer", Refusal(Document("a", "region", "{}")).ErrorId);

    [Fact]
    public void Every_fault_of_an_envelope_is_told_at_once()
    {
        var faulty = Document("a", "site", "{}", "abstract: perhaps", "labels: []")
            .Replace("storagePolicy: cleartext", "storagePolicy: plain", StringComparison.Ordinal);
        var problems = Assert.Throws<DesignException>(() => Render(faulty)).Problems;
        Assert.Equal(3, problems.Count);
        Assert.All(problems, p => Assert.Equal("InvalidDocumentFormat", p.ErrorId));
        Assert.All(problems, p => Assert.NotNull(p.Location));
    }
}
