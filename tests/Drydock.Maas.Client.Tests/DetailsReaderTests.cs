using Drydock.Maas.Client.Resources;
using Drydock.Maas.Client.Tests.Fakes;
using MongoDB.Bson;

namespace Drydock.Maas.Client.Tests;

public sealed class DetailsReaderTests
{
    private const string Xml = "<?xml version=\"1.0\"?><list><node id=\"münster\"/></list>";

    private static readonly byte[] Details = new BsonDocument { { "lldp", BsonNull.Value }, { "lshw", Binary(Xml) } }.ToBson();

    [Fact]
    public void The_XML_is_taken_out_of_binary_data() => Assert.Equal(Xml, DetailsReader.Read(Details).Lshw);

    [Fact]
    public void The_XML_may_be_a_text() => Assert.Equal(Xml, DetailsReader.Read(new BsonDocument("lshw", Xml).ToBson()).Lshw);

    [Fact]
    public void A_machine_that_was_not_commissioned_has_none()
    {
        Assert.Null(DetailsReader.Read(new BsonDocument("lshw", BsonNull.Value).ToBson()).Lshw);
        Assert.Null(DetailsReader.Read(new BsonDocument("lldp", Binary("x")).ToBson()).Lshw);
        Assert.Null(DetailsReader.Read([]).Lshw);
    }

    [Fact]
    public void Wherever_the_answer_is_cut_off_it_is_called_wrong()
    {
        var cuts = Enumerable.Range(1, Details.Length - 1).Select(length => Details[..length]);

        Assert.All(
            cuts, cut => Assert.Equal("NotMaas", Assert.Throws<MaasConnectionException>(() => DetailsReader.Read(cut).Lshw).ErrorId));
    }

    [Theory]
    [InlineData("<html><body>Sign in</body></html>")]
    [InlineData("{\"lshw\": \"text\"}")]
    public void What_is_not_BSON_is_called_wrong(string text)
    {
        var error = Assert.Throws<MaasConnectionException>(() => DetailsReader.Read(System.Text.Encoding.UTF8.GetBytes(text)).Lshw);

        Assert.Equal("NotMaas", error.ErrorId);
    }

    [Fact]
    public async Task It_is_asked_for_with_op_details()
    {
        using var maas = new FakeMaas(Answers.Body(200, Details, "application/bson"));
        using var client = Clients.Of(maas);

        var lshw = await client.Machines.GetLshwAsync("4y3h7n", TestContext.Current.CancellationToken);

        Assert.Equal("GET machines/4y3h7n/?op=details", Assert.Single(maas.Sent).Line);
        Assert.Equal(Xml, lshw);
    }

    private static BsonBinaryData Binary(string text) => new(System.Text.Encoding.UTF8.GetBytes(text));
}
