using Drydock.Maas.Design.Tests.Support;

namespace Drydock.Maas.Design.Tests.Documents;

/// <summary>Both envelopes, and what is wrong with them.</summary>
public sealed class EnvelopeTests
{
    [Fact]
    public void Both_envelopes_make_one_site() => Assert.Equal(
        ["a", "b"],
        TestDesign.Read(TestDesign.Document("Network", "a", "cidr: 10.0.0.0/24"),
            TestDesign.Older("Network", "b", "cidr: 10.0.1.0/24")).Networks.Select(n => n.Name));

    [Theory]
    [InlineData("- a\n", "NotADocument", 1)]
    [InlineData("text\n", "NotADocument", 1)]
    [InlineData("a: b\n", "NotADocument", 1)]
    [InlineData("schema: drydock\nmetadata: {name: a}\n", "NotADocument", 1)]
    [InlineData("schema:\nmetadata: {name: a}\n", "NotADocument", 1)]
    [InlineData("schema: drydock/Switch/v1\nmetadata: {name: a}\ndata: {}\n", "UnknownKind", 1)]
    [InlineData("schema: drydock/Network/v2\nmetadata: {name: a}\ndata: {}\n", "UnknownKind", 1)]
    [InlineData("apiVersion: drydock/v1\nkind: Switch\nmetadata: {name: a}\n", "UnknownKind", 2)]
    [InlineData("schema: drydock/Network/v1\ndata: {}\n", "NameMissing", 1)]
    [InlineData("schema: drydock/Network/v1\nmetadata: {name: }\ndata: {}\n", "NameMissing", 1)]
    [InlineData("schema: drydock/Network/v1\nmetadata: {name: a}\n", "PropertyMissing", 1)]
    [InlineData("schema: drydock/Network/v1\nmetadata: {name: a}\ndata:\n", "PropertyMissing", 3)]
    [InlineData("schema: drydock/Network/v1\nmetadata: {name: a}\ndata: [a]\n", "WrongType", 3)]
    public void What_is_no_document_is_one_error_with_its_line(string text, string errorId, int line)
    {
        var problem = TestDesign.Problem(text);
        Assert.Equal((errorId, line), (problem.ErrorId, problem.Location!.Line));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing\n")]
    [InlineData("schema: armada/Chart/v1\nmetadata: {name: c}\n")]
    [InlineData("apiVersion: v1.0\nkind: Network\n")]
    public void A_design_without_documents_is_an_error(string text) => Assert.Equal("NoDocuments", TestDesign.Problem(text).ErrorId);

    [Fact]
    public void A_document_defined_twice_names_both_places()
    {
        var text = TestDesign.Document("Network", "a", "cidr: 10.0.0.0/24");
        var problem = TestDesign.Problem(text, text);
        Assert.Equal(("DuplicateDocument", "site1.yaml:2:1"), (problem.ErrorId, problem.Location!.ToString()));
        Assert.Contains("site.yaml:2:1", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Documents_of_different_kinds_may_share_a_name() =>
        Assert.Equal("pxe", TestDesign.Read(
            TestDesign.Document("Network", "pxe", "cidr: 10.0.0.0/24"),
            TestDesign.Document("NetworkLink", "pxe", "allowed_networks: [pxe]")).FindLinkOfNetwork("pxe")!.Name);

    [Fact]
    public void Of_several_regions_the_last_counts() =>
        Assert.Equal("b", TestDesign.Read(TestDesign.Document("Region", "a", "{}"), TestDesign.Document("Region", "b", "{}")).Name);
}
