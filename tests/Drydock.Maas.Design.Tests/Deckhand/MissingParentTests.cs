using static Drydock.Maas.Design.Tests.Deckhand.Rendering;

namespace Drydock.Maas.Design.Tests.Deckhand;

/// <summary>A selector that matches nothing is most often a slip of the pen; the engine lets it pass.</summary>
public sealed class MissingParentTests
{
    [Fact]
    public void Document_place_selector_and_labels_that_come_near_are_told()
    {
        var text = Parent("{ a: 1 }") + Child("merge", ".", "{ b: 2 }").Replace("k: p", "k: q", StringComparison.Ordinal);
        var warning = Assert.Single(WarningsOf(text));
        Assert.Equal("ParentNotFound", warning.ErrorId);
        Assert.Equal("test.yaml", warning.Location!.File);
        Assert.Equal(LineOf(text, "parentSelector"), warning.Location.Line);
        Assert.Equal("[ex/Kind/v1, site] c", warning.Document);
        Assert.Contains("parentSelector {k: q}", warning.Message, StringComparison.Ordinal);
        Assert.Contains("[ex/Kind/v1, global] p has {k: p}", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_document_is_rendered_as_it_stands() =>
        Assert.Equal("""{"b":2}""", DataOf("c", Child("merge", ".", "{ b: 2 }")));

    [Fact]
    public void A_parent_that_is_found_is_not_spoken_of() =>
        Assert.Empty(WarningsOf(Parent("{ a: 1 }") + Child("merge", ".", "{ b: 2 }")));

    private static List<DesignProblem> WarningsOf(string documents)
    {
        var warnings = new List<DesignProblem>();
        Render(documents, warnings: warnings);
        return warnings;
    }

    // The policy that every rendering begins with has four lines.
    private static int LineOf(string documents, string text) =>
        4 + 1 + documents.Split('\n').ToList().FindIndex(l => l.Contains(text, StringComparison.Ordinal));
}
