using Drydock.Maas.Design.Deckhand;
using static Drydock.Maas.Design.Tests.Deckhand.Rendering;

namespace Drydock.Maas.Design.Tests.Deckhand;

/// <summary>Values of other documents.</summary>
public sealed class SubstitutionTests
{
    private static readonly string Source = Document("s", "global", "{ a: V, n: 7, yes: true, m: { b: 1 }, host: 'db:5432' }");

    [Theory]
    [InlineData(".a", "{ path: .x }", "{}", """{"x":"V"}""")]
    [InlineData(".n", "{ path: .x.y.z }", "{ k: 0 }", """{"k":0,"x":{"y":{"z":7}}}""")]
    [InlineData(".n", "{ path: '.x[1]' }", "{ x: [ p ] }", """{"x":["p",7]}""")]
    [InlineData(".m", "{ path: . }", "{ x: 1 }", """{"x":1,"b":1}""")]
    [InlineData(".m", "{ path: . }", "text", """{"b":1}""")]
    [InlineData(".a[0]", "{ path: .x }", "{}", """{"x":"V"}""")]
    [InlineData(".a", "{ path: .u, pattern: '' }", "{ u: PW }", """{"u":"V"}""")]
    [InlineData(".a", "{ path: .u, pattern: PW, recurse: { depth: 1 } }", "{}", """{"u":{}}""")]
    [InlineData(".a", "[ { path: .x }, { path: .y } ]", "{}", """{"x":"V","y":"V"}""")]
    [InlineData(".a", "{ path: .u, pattern: PW }", "{ u: 'http://PW@PW' }", """{"u":"http://V@V"}""")]
    [InlineData(".yes", "{ path: .u, pattern: PW }", "{ u: is PW }", """{"u":"is True"}""")]
    [InlineData(".m", "{ path: .u, pattern: PW }", "{ u: PW }", """{"u":"{\u0027b\u0027: 1}"}""")]
    [InlineData(".a", "{ path: .u, pattern: PW, recurse: { depth: -1 } }", "{ u: { x: PW, l: [ PW, { y: aPW } ] }, o: PW }",
        """{"u":{"x":"V","l":["V",{"y":"aV"}]},"o":"PW"}""")]
    [InlineData(".a", "{ path: .u, pattern: PW, recurse: { depth: 1 } }", "{ u: { x: PW, l: [ PW ] } }", """{"u":{"x":"V","l":["PW"]}}""")]
    public void A_value_is_written_where_it_is_wanted(string path, string place, string data, string expected) =>
        Assert.Equal(expected, DataOf("d", Source + Document("d", "site", data, metadata: Taking(path, place))));

    [Theory]
    [InlineData(".a", "{ path: .x.y }", "{ x: null }")]
    [InlineData(".a", "{ path: .u, pattern: PW }", "{}")]
    [InlineData(".a", "{ path: .u, pattern: PW }", "{ u: { x: PW } }")]
    [InlineData(".a", "{ path: '.x[*].y' }", "{ x: [ 1, { y: 1 } ] }")]
    [InlineData(".a", "{ path: '.x.*' , pattern: PW }", "{ x: [ PW ] }")]
    [InlineData(".a", "{ path: '.[0]' }", "text")]
    [InlineData(".a", "{ path: x }", "{}")]
    public void A_place_that_cannot_be_written_to_is_told(string path, string place, string data)
    {
        var problem = Refusal(Source + Document("d", "site", data, metadata: Taking(path, place)));
        Assert.Equal("UnknownSubstitutionError", problem.ErrorId);
        Assert.Contains("[ex/Kind/v1, site] d", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_that_is_missing_is_an_error_or_a_warning_as_asked()
    {
        var document = Document("d", "site", "{ k: 1 }", metadata: Taking(".a", "{ path: .x }"));
        Assert.Equal("SubstitutionSourceNotFound", Refusal(document).ErrorId);
        var warnings = new List<DesignProblem>();
        var rendered = Render(document, new DeckhandOptions(AllowMissingSource: true), warnings);
        Assert.Equal("SubstitutionSourceNotFound", Assert.Single(warnings).ErrorId);
        Assert.Single(rendered, d => d.Name == "d");
    }

    [Fact]
    public void A_path_the_source_does_not_have_is_told() =>
        Assert.Equal("SubstitutionSourceDataNotFound",
            Refusal(Source + Document("d", "site", "{}", metadata: Taking(".nowhere", "{ path: .x }"))).ErrorId);

    [Fact]
    public void A_circle_is_told_with_the_documents_in_it()
    {
        var one = Document(
            "s", "site", "{}", metadata: "substitutions: [ { src: { schema: ex/Kind/v1, name: d, path: .x }, dest: { path: .x } } ]");
        var problem = Refusal(one + Document("d", "site", "{}", metadata: Taking(".x", "{ path: .x }")));
        Assert.Equal("SubstitutionDependencyCycle", problem.ErrorId);
        Assert.Contains("needs", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_of_a_value_may_be_taken()
    {
        var taking =
            "substitutions: [ { src: { schema: ex/Kind/v1, name: s, path: .host, pattern: '^(.*):(.*)$', match_group: "
                + "2 }, dest: { path: .port } } ]";
        Assert.Equal("""{"port":"5432"}""", DataOf("d", Source + Document("d", "site", "{}", metadata: taking)));
    }

    [Fact]
    public void The_values_of_a_parent_are_inherited_and_the_childs_come_last()
    {
        var parent = Document("p", "global", "{ x: none }", "abstract: true", "labels: { k: p }\n  " + Taking(".n", "{ path: .x }"));
        Assert.Equal("""{"x":7,"b":1}""", DataOf("c", Source + parent + Child("merge", ".", "{ b: 1 }")));
    }

    [Fact]
    public void What_was_substituted_keeps_the_place_it_came_from()
    {
        var rendered = Render(Source + Document("d", "site", "{}", metadata: Taking(".a", "{ path: .x }"))).Single(d => d.Name == "d");
        Assert.True(((Drydock.Maas.Design.Deckhand.Values.DataMap)rendered.Data)["x"]!.Location.Line < rendered.Location.Line);
    }

    [Fact]
    public void Every_gap_is_told_whatever_else_goes_wrong()
    {
        var documents = Document("a", "site", "{}", metadata: Taking(".a", "{ path: .x }"))
            + Child("replace", ".nowhere", "{}") + Parent("{ k: 1 }")
            + Document("z", "site", "{}", metadata: Taking(".b", "{ path: .x }"));
        var problems = Assert.Throws<DesignException>(() => Render(documents)).Problems;
        Assert.Equal(
            ["SubstitutionSourceNotFound [ex/Kind/v1, site] a", "SubstitutionSourceNotFound [ex/Kind/v1, site] z", "MissingDocumentKey [ex/Kind/v1, site] c"],
            problems.Select(p => $"{p.ErrorId} {p.Document}"));
    }

    [Fact]
    public void What_is_missed_for_want_of_another_gap_is_not_told_again()
    {
        var source = Document("s", "site", "{ k: 1 }", metadata: "substitutions: [ { src: { schema: ex/Kind/v1, name: gone, path: . }, dest: { path: .a } } ]");
        var problem = Refusal(source + Document("d", "site", "{}", metadata: Taking(".a", "{ path: .x }")));
        Assert.Equal("[ex/Kind/v1, site] s", problem.Document);
    }
}
