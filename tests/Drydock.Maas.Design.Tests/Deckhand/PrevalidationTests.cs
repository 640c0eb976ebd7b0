using Drydock.Maas.Design.Deckhand;
using static Drydock.Maas.Design.Tests.Deckhand.Rendering;

namespace Drydock.Maas.Design.Tests.Deckhand;

/// <summary>What envelopes must look like before anything is layered.</summary>
public sealed class PrevalidationTests
{
    private const string Layered = "parentSelector: { k: p }, actions: [ { method: merge, path: . } ]";

    [Theory]
    [InlineData("123")]
    [InlineData("yes")]
    [InlineData("1.5")]
    [InlineData("[a]")]
    public void A_name_is_a_text(string name) => AssertRefused(Document(name, "site", "{}"));

    [Theory]
    [InlineData("src: { schema: ex, name: s, path: .a }, dest: { path: .b }")]
    [InlineData("src: { schema: ex/Kind/v1, name: 7, path: .a }, dest: { path: .b }")]
    [InlineData("src: { schema: ex/Kind/v1, name: s, path: .a, pattern: null }, dest: { path: .b }")]
    [InlineData("src: { schema: ex/Kind/v1, name: s, path: .a, match_group: true }, dest: { path: .b }")]
    [InlineData("src: { schema: ex/Kind/v1, name: s, path: .a, deepcopy: 1 }, dest: { path: .b }")]
    [InlineData("src: { schema: ex/Kind/v1, name: s, path: .a }, dest: { path: 1 }")]
    [InlineData("src: { schema: ex/Kind/v1, name: s, path: .a }, dest: { path: .b, pattern: 1 }")]
    [InlineData("src: { schema: ex/Kind/v1, name: s, path: .a }, dest: { path: .b, pattern: x, recurse: {} }")]
    [InlineData("src: { schema: ex/Kind/v1, name: s, path: .a }, dest: { path: .b, pattern: x, recurse: { depth: -2 } }")]
    [InlineData("src: { schema: ex/Kind/v1, name: s, path: .a }, dest: []")]
    public void A_substitution_has_a_shape(string substitution) =>
        AssertRefused(Document("d", "site", "{}", metadata: $"substitutions: [ {{ {substitution} }} ]"));

    [Theory]
    [InlineData("metadata/Document/v2")]
    [InlineData("metadata/Other/v1")]
    public void Metadata_are_of_a_known_schema(string schema) =>
        AssertRefused(Document("d", "site", "{}").Replace("metadata/Document/v1", schema, StringComparison.Ordinal));

    [Fact]
    public void A_layering_policy_lists_layers() => AssertRefused("""
        ---
        schema: deckhand/LayeringPolicy/v1
        metadata: { schema: metadata/Control/v1, name: other }
        data: { layerOrder: [ 1 ] }

        """);

    [Fact]
    public void A_key_beside_the_three_of_a_document_is_let_pass() =>
        Assert.Equal("{}", DataOf("d", Document("d", "site", "{}") + "revision: 4\n"));

    [Fact]
    public void A_document_without_layer_takes_no_part_in_layering() =>
        Assert.Equal("""{"b":1}""", DataOf("c", Parent("{ a: 1 }") + Document("c", "''", "{ b: 1 }", Layered)));

    [Fact]
    public void A_secret_kept_in_Barbican_is_told()
    {
        const string Address = "https://barbican/v1/secrets/6a2b1c3d-0000-4000-8000-0123456789ab";
        var secret = Document("s", "site", Address, schema: "deckhand/Passphrase/v1")
            .Replace("cleartext", "encrypted", StringComparison.Ordinal);
        Assert.Equal("EncryptionSourceNotFound", Refusal(secret).ErrorId);
    }

    private static void AssertRefused(string documents) =>
        Assert.All(Assert.Throws<DesignException>(() => Render(documents)).Problems, problem =>
        {
            Assert.Equal(ErrorIds.InvalidDocumentFormat, problem.ErrorId);
            Assert.True(problem.Location is { File: "test.yaml", Line: > 4 });
        });
}
