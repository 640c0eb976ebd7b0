using System.Text.Json;
using Drydock.Maas.Design.Deckhand.Paths;
using Drydock.Maas.Design.Deckhand.Values;
using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design.Tests.Deckhand;

/// <summary>Paths into values.</summary>
public sealed class JsonPathTests
{
    private const string Data = "{ a: { b: [ 1, 2, { c: 3 } ], 'x.y': 4, e-f: 5, '1': 6 }, c: 7 }";

    [Theory]
    [InlineData(".a.b[0]", "[1]")]
    [InlineData("$.a.b[-1].c", "[3]")]
    [InlineData("a.b[*]", """[1,2,{"c":3}]""")]
    [InlineData(".a.b[0:2]", "[1,2]")]
    [InlineData(".a.b[::-2]", """[{"c":3},1]""")]
    [InlineData(".a.'x.y'", "[4]")]
    [InlineData("""$.a["x.y"]""", "[4]")]
    [InlineData(".a.e-f", "[5]")]
    [InlineData(".a.1", "[6]")]
    [InlineData("$..c", "[7,3]")]
    [InlineData(".a.nothing", "[]")]
    [InlineData(".a.b.c", "[]")]
    public void It_leads_to_values(string path, string expected) =>
        Assert.Equal(expected, JsonSerializer.Serialize(JsonPath.Parse(path).Find(Read(Data)).Select(v => DataNodes.ToObject(v))));

    [Theory]
    [InlineData(".a")]
    [InlineData("[0]")]
    [InlineData("..a")]
    public void A_path_of_200000_steps_is_an_error_in_few_words(string step)
    {
        var error = Assert.Throws<JsonPathException>(() => JsonPath.Parse("$" + string.Concat(Enumerable.Repeat(step, 200_000))));
        Assert.Contains("more than 500 steps", error.Message, StringComparison.Ordinal);
        Assert.InRange(error.Message.Length, 1, 500);
    }

    [Fact]
    public void A_path_of_500_steps_leads_where_it_leads() =>
        Assert.Empty(JsonPath.Parse("$" + string.Concat(Enumerable.Repeat(".a", 500))).Find(Read(Data)));

    [Theory]
    [InlineData(".a[?(@.b)]", "JsonPathLexerError")]
    [InlineData(".a.where", "JsonPathParserError")]
    [InlineData(".a[", "JsonPathParserError")]
    [InlineData(".a|.b", "JsonPathParserError")]
    [InlineData(".a.'open", "JsonPathLexerError")]
    [InlineData(".1b", "JsonPathParserError")]
    public void What_it_cannot_read_is_an_error(string path, string expected) =>
        Assert.Equal(expected, Assert.Throws<JsonPathException>(() => JsonPath.Parse(path)).ErrorId);

    [Theory]
    [InlineData(".a.n.m", """{"a":{"n":{"m":{}}}}""")]
    [InlineData(".l[2]", """{"a":{},"l":[{},{},{}]}""")]
    public void Room_is_made_where_there_is_none(string path, string expected)
    {
        var data = Read("{ a: {} }");
        Assert.True(PathCreation.TryCreate(data, JsonPath.Parse(path)));
        Assert.Equal(expected, JsonSerializer.Serialize(DataNodes.ToObject(data)));
    }

    [Theory]
    [InlineData(".a.b")]
    [InlineData(".l[0][1]")]
    [InlineData(".l[99999999]")]
    [InlineData(".m[*].x")]
    public void Where_no_room_can_be_made_nothing_is_left_behind(string path)
    {
        var data = Read("{ a: 1 }");
        Assert.False(PathCreation.TryCreate(data, JsonPath.Parse(path)));
        Assert.Equal("""{"a":1}""", JsonSerializer.Serialize(DataNodes.ToObject(data)));
    }

    private static DataNode Read(string yaml) => DataNodes.From(YamlStream.Read(yaml, null, [], CancellationToken.None)[0]);
}
