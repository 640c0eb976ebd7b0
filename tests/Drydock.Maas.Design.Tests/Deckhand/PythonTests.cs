using System.Numerics;
using Drydock.Maas.Design.Deckhand.Values;
using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design.Tests.Deckhand;

/// <summary>Scalars and patterns as the engine's language has them.</summary>
public sealed class PythonTests
{
    [Theory]
    [InlineData("0123", "83")]
    [InlineData("1_000", "1000")]
    [InlineData("0x1F", "31")]
    [InlineData("1:30", "90")]
    [InlineData("-7", "-7")]
    [InlineData("1.0", "1.0")]
    [InlineData("1e3", "1e3")]
    [InlineData("-0.0", "-0.0")]
    [InlineData("123456789.123456789", "123456789.12345679")]
    [InlineData("1.0e+15", "1000000000000000.0")]
    [InlineData("1.0e+16", "1e+16")]
    [InlineData("1.5e+22", "1.5e+22")]
    [InlineData("1.0e-7", "1e-07")]
    [InlineData("on", "True")]
    [InlineData("~", "None")]
    [InlineData("2020-01-02", "2020-01-02")]
    [InlineData("12:34:56:78:9a:bc", "12:34:56:78:9a:bc")]
    [InlineData("10.0.0.1", "10.0.0.1")]
    public void A_scalar_becomes_the_text_Python_makes_of_it(string yaml, string expected) =>
        Assert.Equal(expected, SubstitutedText.Write(new DataScalar(new YamlScalar(yaml, true, new()))));

    [Fact]
    public void Quotes_keep_a_text_a_text() => Assert.Equal("0123", PythonScalar.Resolve(new YamlScalar("0123", false, new())));

    [Fact]
    public void A_number_of_any_size_is_a_number() =>
        Assert.Equal(BigInteger.Pow(10, 30), PythonScalar.Resolve(new YamlScalar("1" + new string('0', 30), true, new())));

    [Theory]
    [InlineData("PW", "a PW", "x", "a x")]
    [InlineData("(P)(W)", "PW", @"\2\1", "WP")]
    [InlineData("PW", "PW", @"<\g<0>>", "<PW>")]
    [InlineData("PW", "PW", "$1${x}", "$1${x}")]
    [InlineData("PW", "PW", @"a\nb", "a\nb")]
    [InlineData("(?P<n>PW)", "PW", @"[\g<n>]", "[PW]")]
    [InlineData("(?P<n>P)(W)", "PW", @"\2\1\g<n>\g<02>", "WPPW")]
    [InlineData("(?P<n>P)(?P=n)", "PP", "x", "x")]
    [InlineData("P{,2}W", "PPW", "x", "x")]
    [InlineData("[[P]W", "PW", "x", "x")]
    [InlineData("(?a)PW", "PW", @"\08", "\u00008")]
    [InlineData("none", "PW", "x", "PW")]
    public void A_replacement_is_a_template(string pattern, string text, string template, string expected) =>
        Assert.Equal(expected, PythonPattern.Replace(pattern, text, template));

    [Theory]
    [InlineData("PW", @"C:\New")]
    [InlineData("PW", @"\1")]
    [InlineData("PW", "ends in \\")]
    [InlineData("(", "x")]
    [InlineData("(?<n>PW)", "x")]
    [InlineData("P(?i)W", "x")]
    [InlineData(@"\e", "x")]
    [InlineData("PW", @"\400")]
    public void A_template_or_pattern_that_means_nothing_is_an_error(string pattern, string template) =>
        Assert.ThrowsAny<ArgumentException>(() => PythonPattern.Replace(pattern, "nothing here", template));
}
