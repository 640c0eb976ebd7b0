using static Drydock.Maas.Design.Tests.Deckhand.Rendering;

namespace Drydock.Maas.Design.Tests.Deckhand;

/// <summary>A few short documents cannot stand for more values than memory holds.</summary>
public sealed class DataSizeTests
{
    [Theory]
    [InlineData(22, "[ { path: .a }, { path: .b } ]", "more than 1000000 values")]
    [InlineData(60, "{ path: .a.a.a.a.a.a.a.a.a.a }", "more than 500 deep")]
    public void What_grows_from_document_to_document_is_an_error(int documents, string places, string message)
    {
        var problem = Refusal(Chain(documents, places, "{}"));
        Assert.Equal("UnknownSubstitutionError", problem.ErrorId);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.NotNull(problem.Location);
    }

    [Fact]
    public void All_documents_together_are_bounded()
    {
        // Half a million values each.
        var more = Enumerable.Range(100, 12).Select(i => Document($"d{i}", "site", "{}", metadata: Taking("d17", "{ path: .a }")));
        var problem = Refusal(Chain(18, "[ { path: .a }, { path: .b } ]", "{}") + string.Concat(more));
        Assert.Contains("values in all documents", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_doubles_is_an_error()
    {
        // 2 to the 25 characters without a limit.
        var problem = Refusal(Chain(25, "{ path: .v, pattern: PW }", "{ v: 'PWPW' }", ".v"));
        Assert.Contains("longer than 8388608 characters", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ path: .a }")]
    [InlineData("[ { path: .a }, { path: .b }, { path: .c } ]")]
    public void What_stays_small_is_none(string places) => Assert.Equal(8, Render(Chain(8, places, "{}")).Count(d => d.Schema == "ex/Kind/v1"));

    /// <summary>Documents d0, d1 and so on, each with the one before it put into it.</summary>
    private static string Chain(int documents, string places, string data, string path = ".") =>
        Document("d0", "site", path == "." ? "{ v: 1 }" : "{ v: x }") + string.Concat(Enumerable.Range(1, documents - 1).Select(
            i => Document($"d{i}", "site", data, metadata: Taking($"d{i - 1}", places, path))));

    private static string Taking(string source, string places, string path = ".") =>
        $"substitutions: [ {{ src: {{ schema: ex/Kind/v1, name: {source}, path: '{path}' }}, dest: {places} }} ]";
}
