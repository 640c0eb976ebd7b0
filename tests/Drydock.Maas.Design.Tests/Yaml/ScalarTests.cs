using Drydock.Maas.Design.Tests.Support;
using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design.Tests.Yaml;

/// <summary>Scalars are what YAML 1.1 makes of them, and stay as written.</summary>
public sealed class ScalarTests
{
    [Theory]
    [InlineData("", "Null")]
    [InlineData("~", "Null")]
    [InlineData("null", "Null")]
    [InlineData("on", "Boolean")]
    [InlineData("No", "Boolean")]
    [InlineData("TRUE", "Boolean")]
    [InlineData("y", "Text")]
    [InlineData("oN", "Text")]
    [InlineData("102", "Integer")]
    [InlineData("-7", "Integer")]
    [InlineData("0123", "Integer")]
    [InlineData("0x1F", "Integer")]
    [InlineData("0b101", "Integer")]
    [InlineData("9_000", "Integer")]
    [InlineData("089", "Text")]
    [InlineData("1.5", "Float")]
    [InlineData("1.0e+3", "Float")]
    [InlineData(".inf", "Float")]
    [InlineData("1e3", "Text")]
    [InlineData("1.0e3", "Text")]
    [InlineData("10.0.0.1", "Text")]
    [InlineData("52:54:00:12:34:56", "Text")]
    [InlineData("2017-02-17", "Text")]
    [InlineData(">30g", "Text")]
    [InlineData("-", "Text")]
    public void Plain_scalars_have_the_type_Airship_sees(string text, string kind) => Assert.Equal(kind, ScalarKinds.Resolve(text).ToString());

    [Theory]
    [InlineData("on")]
    [InlineData("0123")]
    [InlineData("1e3")]
    [InlineData("1_000")]
    [InlineData("1.50")]
    [InlineData("52:54:00:12:34:56")]
    public void Quoted_scalars_stay_as_written(string text) =>
        Assert.Equal(text, TestDesign.Read(TestDesign.Document("HardwareProfile", "h", $"vendor: '{text}'")).HardwareProfiles[0].Vendor);

    [Theory]
    [InlineData("0123")]
    [InlineData("1e3")]
    [InlineData("1.50")]
    [InlineData("0x1F")]
    public void Kernel_parameters_of_any_type_stay_as_written(string text) =>
        Assert.Equal([KeyValuePair.Create("a", text)],
            TestDesign.Compile(TestDesign.Node("n1", $"platform: {{kernel_params: {{a: {text}}}}}")).KernelParameters);

    [Theory]
    [InlineData("on", "True")]
    [InlineData("true", "True")]
    [InlineData("No", "False")]
    [InlineData("'on'", "on")]
    public void Kernel_parameters_that_are_yes_or_no_become_what_Drydock_writes(string text, string expected) =>
        Assert.Equal([KeyValuePair.Create("a", expected)],
            TestDesign.Compile(TestDesign.Node("n1", $"platform: {{kernel_params: {{a: {text}}}}}")).KernelParameters);

    [Theory]
    [InlineData("9000", 9000)]
    [InlineData("9_000", 9000)]
    [InlineData("0x2328", 9000)]
    [InlineData("9000.0", 9000)]
    public void Numbers_are_read_as_YAML_means_them(string text, int expected) =>
        Assert.Equal(expected, TestDesign.Read(TestDesign.Document("Network", "n", $"cidr: 10.0.0.0/24\nmtu: {text}")).Networks[0].Mtu);

    [Theory]
    [InlineData("02734", "02734 is an octal number to YAML 1.1: write it without the leading zero.")]
    [InlineData("1500.5", "\"1500.5\" is no whole number in the range of numbers.")]
    [InlineData("99999999999999999999999999", "\"99999999999999999999999999\" is no whole number in the range of numbers.")]
    [InlineData("0xFFFFFFFFFFFFFFFFFFFF", "\"0xFFFFFFFFFFFFFFFFFFFF\" is no whole number in the range of numbers.")]
    [InlineData(".inf", "\".inf\" is no whole number in the range of numbers.")]
    [InlineData("'1500'", "mtu takes a number, but \"1500\" is text: write it without quotes.")]
    [InlineData("1e3", "mtu takes a number, but \"1e3\" is text to YAML 1.1: write the digits.")]
    [InlineData("large", "mtu takes a number, but \"large\" is text.")]
    [InlineData("on", "mtu takes a number, but on is true or false.")]
    public void What_is_no_whole_number_is_an_error_that_says_why(string text, string message) =>
        Assert.Equal(message, TestDesign.Problem(TestDesign.Document("Network", "n", $"cidr: 10.0.0.0/24\nmtu: {text}")).Message);

    [Theory]
    [InlineData("102", "vlan takes text, but 102 is a number: write it in quotes, '102'.")]
    [InlineData("on", "vlan takes text, but on is true or false: write it in quotes, 'on'.")]
    [InlineData("0123", "vlan takes text, but 0123 is a number: write it in quotes, '0123'.")]
    [InlineData("", "vlan takes text, but nothing is given: write a value, or leave the key out.")]
    [InlineData("[a]", "vlan takes text, but this is a list.")]
    [InlineData("{a: b}", "vlan takes text, but this is a mapping.")]
    public void What_is_no_text_is_an_error_that_says_what_to_write(string text, string message) =>
        Assert.Equal(message, TestDesign.Problem(TestDesign.Document("Network", "n", $"cidr: 10.0.0.0/24\nvlan: {text}")).Message);

    [Fact]
    public void A_tag_str_makes_text_of_a_number() =>
        Assert.Equal("102", TestDesign.Read(TestDesign.Document("Network", "n", "cidr: 10.0.0.0/24\nvlan: !!str 102")).Networks[0].Vlan);

    [Fact]
    public void A_credential_of_the_wrong_type_is_not_shown() =>
        Assert.DoesNotContain(
            "4711", TestDesign.Problem(TestDesign.Profile("p", "oob: {credential: 4711}")).ToString(), StringComparison.Ordinal);
}
