using Drydock.Maas.Design.Templates;
using Drydock.Maas.Design.Templates.Values;
using static Drydock.Maas.Design.Tests.BootActions.TemplateNode;

namespace Drydock.Maas.Design.Tests.BootActions;

/// <summary>No template ends the process, hangs it or eats the machine: what is too much is an error with its line and column.</summary>
public sealed class TemplateLimitTests
{
    // Without a limit the recursion ends within this, so that a missing limit fails a test and not the process.
    private const int RoomyStack = 512 * 1024 * 1024;

    [Theory]
    [InlineData("[", "]")]
    [InlineData("(", ")")]
    [InlineData("{'a': ", "}")]
    [InlineData("not ", "")]
    [InlineData("-", "")]
    [InlineData("1 if 1 else ", "")]
    [InlineData("range(", ")")]
    [InlineData("node['hostname' if ", "]")]
    public void An_expression_nested_30000_deep_is_an_error_with_its_place(string open, string close)
    {
        var error = RenderOnRoomyStack($"a\n{{{{ {Repeat(open, 30_000)}1{Repeat(close, 30_000)} }}}}");
        Assert.Contains("nested more than 100 deep", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, error.Line);
        Assert.InRange(error.Column, 50, 5000);
    }

    [Theory]
    [InlineData("{% if 1 %}", "{% endif %}")]
    [InlineData("{% for i in [1] %}", "{% endfor %}")]
    [InlineData("{% with x = 1 %}", "{% endwith %}")]
    [InlineData("{% set x %}", "{% endset %}")]
    public void Statements_nested_30000_deep_are_an_error_with_its_place(string open, string close)
    {
        var error = RenderOnRoomyStack($"a\n{Repeat(open, 30_000)}{Repeat(close, 30_000)}");
        Assert.Contains("nested more than 100 deep", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, error.Line);
        Assert.InRange(error.Column, 99 * open.Length, 101 * open.Length);
    }

    [Theory]
    [InlineData("1", " + 1")]
    [InlineData("''", " ~ 'a'")]
    [InlineData("'a'", " | upper")]
    [InlineData("node", "['labels']")]
    [InlineData("1", " and 1")]
    [InlineData("1", " is odd")]
    public void A_chain_of_30000_operations_is_an_error_with_its_place(string first, string next)
    {
        var error = RenderOnRoomyStack($"a\n{{{{ {first}{Repeat(next, 30_000)} }}}}");
        Assert.Contains("nested more than 250 deep", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, error.Line);
        Assert.InRange(error.Column, 1000, 300_000);
    }

    [Theory]
    [InlineData("{{ a }}")]
    [InlineData("{{ a | string }}")]
    [InlineData("{{ a | tojson }}")]
    [InlineData("{{ a == b }}")]
    [InlineData("{{ a in [b] }}")]
    [InlineData("{{ [a, b] | sort }}")]
    [InlineData("{{ [a, b] | unique }}")]
    [InlineData("{{ a | join }}")]
    public void Lists_put_into_each_other_30000_times_are_an_error_with_its_place(string use)
    {
        var lists = Repeat("{% set a = [a] %}{% set b = [b] %}", 30_000);
        var error = RenderOnRoomyStack($"{{% set a = [] %}}{{% set b = [] %}}{lists}\n {use}");
        Assert.Contains("nested more than 250 deep", error.Message, StringComparison.Ordinal);
        Assert.Equal((2, true), (error.Line, error.Column > 1));
    }

    [Theory]
    [InlineData("{% set a = a ~ a %}", "text becomes too long")]
    [InlineData("{% set a = a + a %}", "text becomes too long")]
    [InlineData("{% set a = [a, a] | join %}", "text becomes too long")]
    [InlineData("{% set a = a.join([1, 2, 3, 4]) %}", "text becomes too long")]
    [InlineData("{% set a %}{{ a }}{{ a }}{% endset %}", "text becomes too long")]
    [InlineData("{% set a = a | replace('', 'abc') %}", "operations")]
    [InlineData("{% set a = a | replace('x', 'xx') %}", "operations")]
    [InlineData("{% set a = [a, a] | tojson %}", "text becomes too long")]
    [InlineData("{% set a = [a, a] | string %}", "text becomes too long")]
    public void A_text_that_doubles_becomes_too_long(string doubling, string message)
    {
        // 25 times are 67 MB: a failure without a limit, and no end of the machine.
        var error = Assert.Throws<TemplateException>(() => Render($"{{% set a = 'xx' %}}\n{Repeat(doubling, 25)}"));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal((2, true), (error.Line, error.Column > 1));
    }

    [Theory]
    [InlineData("{{ a }}", "text becomes too long")]
    [InlineData("{{ a | tojson }}", "text becomes too long")]
    [InlineData("{{ a == b }}", "operations")]
    [InlineData("{{ [a, b] | sort }}", "operations")]
    public void Lists_that_hold_each_other_twice_are_too_much(string use, string message)
    {
        // 2^23 items in 46 lists.
        var lists = Repeat("{% set a = [a, a] %}{% set b = [b, b] %}", 23);
        var error = Assert.Throws<TemplateException>(() => Render($"{{% set a = ['x'] %}}{{% set b = ['x'] %}}{lists}\n {use}"));
        Assert.Matches($"{message}|operations", error.Message);
        Assert.Equal((2, true), (error.Line, error.Column > 1));
    }

    [Fact]
    public void A_list_that_doubles_makes_too_many_items()
    {
        var error = Assert.Throws<TemplateException>(() => Render($"{{% set a = [1] %}}{Repeat("{% set a = a + a %}", 24)}"));
        Assert.Contains("too many items", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{% set t = range(50) | join %}{% for i in range(100000) %}{{ t }}{% endfor %}")]
    [InlineData("{{ range(100000) | join(range(50) | join) }}")]
    [InlineData("{% set t = 'a' %}{% for i in range(100000) %}{% with t = range(100) | join %}{{ t }}{% endwith %}{% endfor %}")]
    public void An_output_has_an_end(string template)
    {
        var error = Assert.Throws<TemplateException>(() => Render(template));
        Assert.Matches("text becomes too long|operations", error.Message);
    }

    [Fact]
    public void Many_large_texts_are_too_much_together()
    {
        // Each is allowed; together they would be 800 MB.
        var texts = Repeat("{% set x = [a ~ '1', x] %}", 100);
        var error = Assert.Throws<TemplateException>(() => Render(
            $"{{% set a = range(100000) | join('0123456789012345678901234567890') %}}{{% set x = 1 %}}{texts}"));
        Assert.Contains("too much text", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rendering_that_is_cancelled_ends_at_once()
    {
        using var cancelled = new CancellationTokenSource();
        var turns = 0;
        var node = new TemplateMapping("node", new Dictionary<string, object>(), _ =>
        {
            turns++;
            cancelled.Cancel();
            return "it is not there";
        });
        var template = JinjaTemplate.Parse("{% for i in range(100000) %}{{ node.x | default(i) }}{% endfor %}");
        Assert.Throws<OperationCanceledException>(
            () => template.Render(new Dictionary<string, object> { ["node"] = node }, cancelled.Token));
        Assert.InRange(turns, 1, 1000);
    }

    [Fact]
    public void A_sort_that_is_too_much_says_so()
    {
        var error = Assert.Throws<TemplateException>(() => Render(
            $"{{% set a = ['x'] %}}{{% set b = ['x'] %}}{Repeat("{% set a = [a, a] %}{% set b = [b, b] %}", 23)}{{{{ [a, b, a] | sort }}}}"));
        Assert.Contains("operations", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_large_node_list_takes_is_allowed()
    {
        var labels = "{% for k, v in node.labels.items() %}{{ i }}: {{ k | upper }}={{ v | urlencode }}\n{% endfor %}";
        Assert.Equal(4000, Render($"{{% for i in range(2000) %}}{labels}{{% endfor %}}").Count(c => c == '\n'));
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static TemplateException RenderOnRoomyStack(string template)
    {
        Exception? error = null;
        var token = TestContext.Current.CancellationToken;
        var thread = new Thread(() => error = Record.Exception(() => JinjaTemplate.Parse(template).Render(TemplateNode.Values, token)), RoomyStack);
        thread.Start();
        thread.Join();
        return Assert.IsType<TemplateException>(error);
    }
}
