using Drydock.Maas.Design.Templates.Values;
using static Drydock.Maas.Design.Tests.BootActions.TemplateNode;

namespace Drydock.Maas.Design.Tests.BootActions;

/// <summary>What templates cannot say is told with its line, and no template is too much.</summary>
public sealed class TemplateFaultTests
{
    [Theory]
    [InlineData("a\n{{ node.labels.other }}", 2, "node.labels.other is not defined for the node; there are role, zone a")]
    [InlineData("{{ foo }}", 1, "foo is not defined; a template knows node and action")]
    [InlineData("{% if foo %}{% endif %}", 1, "foo is not defined")]
    [InlineData("{{ node.network.oam.ip }}", 1, "node.network.oam is not defined for the node; there are oam-net")]
    [InlineData("{{ node.network.oam-net.ip }}", 1, "is not defined")]
    [InlineData("{% for x in node.labels.other %}{% endfor %}", 1, "node.labels.other is not defined")]
    [InlineData("{{ 'a' ~ node.labels.other }}", 1, "node.labels.other is not defined")]
    [InlineData("{{ node.labels.other | upper }}", 1, "node.labels.other is not defined")]
    [InlineData("{{ [] | first }}", 1, "The list is empty")]
    [InlineData("{{ 'a' if false }}", 1, "has no else")]
    [InlineData("\n{% macro x() %}{% endmacro %}", 2, "The statement macro is not supported")]
    [InlineData("{% include 'x' %}", 1, "The statement include is not supported")]
    [InlineData("{{ x | nosuch }}", 1, "There is no filter nosuch; there are abs")]
    [InlineData("{{ 1 is nosuch }}", 1, "There is no test nosuch")]
    [InlineData("{{ lipsum() }}", 1, "The function lipsum is not supported")]
    [InlineData("{{ node.hostname.nosuch() }}", 1, "A text has no method nosuch")]
    [InlineData("{{ node.hostname", 1, "{{ is not closed")]
    [InlineData("{% if true %}", 1, "{% if %} is not closed")]
    [InlineData("{% endif %}", 1, "nothing open")]
    [InlineData("{% for x in [1] %}{% endif %}", 1, "endif does not belong to the for of line 1")]
    [InlineData("{{ 1 + }}", 1, "The expression ends too early")]
    [InlineData("{{ 1 2 }}", 1, "\"2\" is not expected here")]
    [InlineData("{{ 1 // 0 }}", 1, "divided by 0")]
    [InlineData("{{ 1 + 'a' }}", 1, "+ is not possible between a number and a text")]
    [InlineData("{{ 'a' | upper(1) }}", 1, "upper takes no arguments")]
    [InlineData("{{ ! }}", 1, "The character ! means nothing here")]
    [InlineData("{% set node.x = 1 %}", 1, "Members cannot be set")]
    [InlineData("{{ node.labels.items() }}", 1, "cannot be written")]
    [InlineData("{% for i in range(2000) %}{% for j in range(2000) %}{{ i }}{% endfor %}{% endfor %}", 1, "loops too often")]
    [InlineData("{% for i in range(1000000000) %}{% endfor %}", 1, "at most 100000 numbers")]
    [InlineData("{% set x = 'aaaaaaaaaa' %}{% for i in [1] %}{{ x * 1000 }}{% endfor %}", 1, "* is not possible")]
    public void What_does_not_render_is_an_error_with_its_line(string template, int line, string message)
    {
        var error = Assert.Throws<TemplateException>(() => Render(template));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(line, error.Line);
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("[", "]")]
    [InlineData("not ", "")]
    [InlineData("1 + ", "")]
    [InlineData("'a' ~ ", "")]
    [InlineData("1 if 1 else ", "")]
    public void Nesting_a_thousand_deep_ends_in_an_error_or_a_text(string open, string close)
    {
        var template = $"{{{{ {string.Concat(Enumerable.Repeat(open, 1000))}1{string.Concat(Enumerable.Repeat(close, 1000))} }}}}";
        var error = Record.Exception(() => Render(template));
        Assert.True(error is null or TemplateException, error?.ToString());
    }

    [Fact]
    public void Statements_a_thousand_deep_are_an_error() => Assert.Throws<TemplateException>(
        () => Render(string.Concat(Enumerable.Repeat("{% if 1 %}", 1000)) + string.Concat(Enumerable.Repeat("{% endif %}", 1000))));

    [Fact]
    public void Many_statements_side_by_side_are_none() =>
        Assert.Equal(1000, Render(string.Concat(Enumerable.Repeat("{% if 1 %}x{% endif %}", 1000))).Length);
}
