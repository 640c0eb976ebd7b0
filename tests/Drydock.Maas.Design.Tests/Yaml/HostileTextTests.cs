using System.Text;
using Drydock.Maas.Design.Tests.Support;

namespace Drydock.Maas.Design.Tests.Yaml;

/// <summary>Text that is broken or means harm ends in a DesignException, soon.</summary>
public sealed class HostileTextTests
{
    [Fact]
    public void A_bomb_of_aliases_does_not_go_off()
    {
        var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 30; i++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture,
                $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
        Assert.Equal("TooManyAliases", TestDesign.Problem(text.ToString()).ErrorId);
    }

    [Fact]
    public void A_bomb_of_merge_keys_does_not_go_off()
    {
        var text = new StringBuilder("a0: &a0 {k0: 1}\n");
        for (var i = 1; i < 40; i++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"a{i}: &a{i} {{<<: [*a{i - 1}, *a{i - 1}], k{i}: 1}}\n");
        Assert.Equal("TooManyAliases", TestDesign.Problem(text.ToString()).ErrorId);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    public void A_thousand_levels_are_too_many(string level)
    {
        var problem = TestDesign.Problem(string.Concat(Enumerable.Repeat(level, 1000)));
        Assert.Equal("NestingTooDeep", problem.ErrorId);
        Assert.Equal(1, problem.Location!.Line);
    }

    [Fact]
    public void A_thousand_indented_levels_are_too_many() =>
        Assert.Equal("NestingTooDeep",
            TestDesign.Problem(string.Concat(Enumerable.Range(0, 1000).Select(i => $"{new string(' ', i)}a:\n"))).ErrorId);

    [Theory]
    [InlineData("a: b\nc: d\0e", 2, 5, "U+0000")]
    [InlineData("\0", 1, 1, "U+0000")]
    [InlineData("a: \u0007", 1, 4, "U+0007")]
    [InlineData("a: b\n\uFFFE", 2, 1, "U+FFFE")]
    public void A_character_YAML_forbids_is_an_error_with_its_place(string text, int line, int column, string name)
    {
        var problem = TestDesign.Problem(text);
        Assert.Equal(("InvalidCharacter", line, column), (problem.ErrorId, problem.Location!.Line, problem.Location.Column));
        Assert.Contains(name, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_surrogate_is_an_error() => Assert.Equal("InvalidCharacter", TestDesign.Problem("a: \uD83D").ErrorId);

    [Fact]
    public void Characters_beyond_the_first_plane_are_text() =>
        Assert.Equal("\U0001F6A2",
            TestDesign.Read(TestDesign.Document("HardwareProfile", "h", "vendor: \U0001F6A2")).HardwareProfiles[0].Vendor);

    [Fact]
    public void A_file_that_is_not_UTF8_is_an_error_that_names_it()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, [.. "schema: drydock/Region/v1\nmetadata: {name: q"u8, 0xE4, .. "}\n"u8]);
            var problem = Assert.Single(Assert.Throws<DesignException>(
                () => DesignReader.Read([DesignSource.FromFile(path)], null, TestContext.Current.CancellationToken)).Problems);
            Assert.Equal(("InvalidCharacter", path), (problem.ErrorId, problem.Location!.File));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("site.yaml")]
    public void A_text_cut_off_anywhere_is_a_design_or_a_DesignException(string fixture)
    {
        var text = FixtureFile.Read(fixture);
        for (var length = 0; length < text.Length; length++)
            ReadOrRefuse(text[..length]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_text_with_characters_exchanged_is_a_design_or_a_DesignException(int seed)
    {
        const string Signs = "{}[]:,-?&*!|>'\"%@`#~ \n\t<=0aé\u0085\u2028";
        var text = FixtureFile.Read("site.yaml");
        var random = new Random(seed);
        for (var i = 0; i < 500; i++)
        {
            var broken = text.ToCharArray();
            for (var j = 0; j < 3; j++)
                broken[random.Next(broken.Length)] = Signs[random.Next(Signs.Length)];
            ReadOrRefuse(new string(broken));
        }
    }

    [Fact]
    public void A_cancelled_read_ends()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => DesignReader.Read([DesignSource.FromText("a", "a: b")], null, source.Token));
    }

    /// <summary>Any other exception fails the test.</summary>
    private static void ReadOrRefuse(string text)
    {
        try
        {
            Assert.NotNull(TestDesign.Read(text));
        }
        catch (DesignException e)
        {
            Assert.NotEmpty(e.Problems);
        }
    }
}
