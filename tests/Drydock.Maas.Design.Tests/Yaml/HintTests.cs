using Drydock.Maas.Design.Tests.Support;

namespace Drydock.Maas.Design.Tests.Yaml;

/// <summary>The usual causes of text that is no YAML are named, at their own line.</summary>
public sealed class HintTests
{
    private const string Head = "schema: drydock/Network/v1\nmetadata: {name: a}\ndata:\n";

    [Theory]
    [InlineData("  cidr:10.0.0.0/24\n  vlan: '7'\n", 4, "a blank is missing after the colon of cidr")]
    [InlineData("  cidr: '10.0.0.0/24\n  vlan: '7'\n  mtu: 1500\n  labels: {a: 'b'}\n", 4, "the quote ' is not closed in this line")]
    [InlineData("<<<<<<< HEAD\n  cidr: 10.0.0.0/24\n=======\n  cidr: 10.0.1.0/24\n>>>>>>> other\n", 4, "conflict marker")]
    [InlineData("  cidr: 10.0.0.0/24\n \u00A0vlan: '7'\n  mtu: [\n", 5, "no-break spaces")]
    [InlineData("  cidr: 10.0.0.0/24\n  labels:\n    a: b\n  -'oam'\n", 7, "a blank is missing after the dash")]
    public void The_cause_is_named_at_its_line(string text, int line, string cause)
    {
        var problem = TestDesign.Problems(Head + text)[0];
        Assert.Equal(("InvalidYaml", line), (problem.ErrorId, problem.Location!.Line));
        Assert.Contains(cause, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_behind_no_break_spaces_is_told()
    {
        var problem = TestDesign.Problems(Head + "  cidr: 10.0.0.0/24\n\u00A0\u00A0vlan: '7'\n")[0];
        Assert.Equal(("InvalidKey", 5), (problem.ErrorId, problem.Location!.Line));
    }

    [Fact]
    public void Text_where_a_list_is_due_is_explained()
    {
        var problem = TestDesign.Problems(TestDesign.Document("NetworkLink", "a", "allowed_networks:\n  -'oam'"))[0];
        Assert.Contains("a blank is missing after the dash", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mode_that_is_off_is_told_the_modes_there_are()
    {
        var problem = TestDesign.Problems(TestDesign.Document("NetworkLink", "a", "bonding: {mode: off}\nallowed_networks: [b]"))[0];
        Assert.Contains("disabled, 802.3ad, balance-rr, active-backup, but off is true or false", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_UTF8_is_told_with_the_line()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, [.. "a: b\nc: "u8, 0xE9, (byte)'\n']);
            var problem = Assert.Throws<DesignException>(
                () => DesignReader.Read([DesignSource.FromFile(file)], null, TestContext.Current.CancellationToken)).Problems[0];
            Assert.Equal(("InvalidCharacter", 2), (problem.ErrorId, problem.Location!.Line));
            Assert.Equal($"{file}:2:1: This is not UTF-8 text from here on; save the file as UTF-8.", problem.ToString());
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void That_there_is_nothing_says_what_was_read()
    {
        var problem = TestDesign.Problem("schema: ex/Chart/v1\nmetadata: {name: a}\ndata: {}\n");
        Assert.Equal("NoDocuments", problem.ErrorId);
        Assert.Contains("1 documents of ex/Chart/v1, from 1 files or texts (site.yaml)", problem.Message, StringComparison.Ordinal);
    }
}
