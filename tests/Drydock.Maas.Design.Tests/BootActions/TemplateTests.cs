using Drydock.Maas.Design.Templates;
using Drydock.Maas.Design.Templates.Functions;
using static Drydock.Maas.Design.Tests.BootActions.TemplateNode;

namespace Drydock.Maas.Design.Tests.BootActions;

/// <summary>Templates render as Jinja2 renders them, or say what they cannot.</summary>
public sealed class TemplateTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("{{ node.hostname }}", "n1")]
    [InlineData("{{node['network']['oam-net'].ip}}", "10.0.0.5")]
    [InlineData("{{ action.design_ref | urlencode }}", "file%3A///a%20b/c%3Fd")]
    [InlineData("{{ node.labels | urlencode }}", "role=compute&zone+a=1%2F2+%26+3")]
    [InlineData("{% for k, v in node.labels.items() %}&l={{ k }}={{ v }}{% endfor %}", "&l=role=compute&l=zone a=1/2 & 3")]
    [InlineData("{{ node.text }}", "{{ hostname }} <é>")]
    [InlineData("{{ node.tags }}", "['gpu', 'rack1']")]
    [InlineData("{{ node.none }} {{ true }} {{ 3 }} {{ 1.0 }}", "None True 3 1.0")]
    [InlineData("{{ '}}' }}{{ \"%}\" }}", "}}%}")]
    [InlineData("{{ {'a': {'b': 1}}['a'].b }}", "1")]
    [InlineData("$${{ '$' }} {} { % {not} }}", "$$$ {} { % {not} }}")]
    public void Outputs(string template, string expected) => Assert.Equal(expected, Render(template));

    [Theory]
    [InlineData("{% if 'gpu' in node.tags %}yes{% else %}no{% endif %}", "yes")]
    [InlineData("{% if node.labels.other %}a{% elif node.hostname == 'n1' %}b{% else %}c{% endif %}", "b")]
    [InlineData("{% if not node.labels.other and node.labels.other != 'x' %}a{% endif %}", "a")]
    [InlineData("{% if 'x' not in node.tags %}a{% endif %}", "a")]
    [InlineData("{% if '' or 0 or [] or {} or none %}a{% else %}b{% endif %}", "b")]
    [InlineData("{% if 1 < 2 <= 2 %}a{% endif %}", "a")]
    [InlineData("{% if foo is defined %}a{% else %}b{% endif %}", "b")]
    [InlineData("{% if node.labels.role is defined and node.labels.role is not none %}a{% endif %}", "a")]
    [InlineData("{{ 'a' if node.labels.role == 'compute' else 'b' }}", "a")]
    [InlineData("{{ '' or 'x' }} {{ 'y' and 'z' }} {{ 0 and 1 }}", "x z 0")]
    [InlineData("{% if 3 is odd and 4 is divisibleby 2 and 'a' is in ['a'] %}a{% endif %}", "a")]
    public void Conditions(string template, string expected) => Assert.Equal(expected, Render(template));

    [Theory]
    [InlineData("{% for t in node.tags %}{{ loop.index }}/{{ loop.length }}{{ t }}{% if not loop.last %},{% endif %}{% endfor %}",
        "1/2gpu,2/2rack1")]
    [InlineData("{% for t in [] %}x{% else %}none{% endfor %}", "none")]
    [InlineData("{% for t in node.tags if t != 'gpu' %}{{ loop.index }}{{ t }}{% endfor %}", "1rack1")]
    [InlineData(
        "{% for i in range(3) %}{% for j in range(i) %}{{ i }}{{ j }}{{ loop.first }} {% endfor %}{% endfor %}", "10True 20True 21False ")]
    [InlineData("{% set x = 1 %}{% for i in range(2) %}{{ x }}{% set x = 5 %}{{ x }}{% endfor %}{{ x }}", "15151")]
    [InlineData("{% if false %}{% set x = 1 %}{% endif %}{{ x | default('none') }}", "none")]
    [InlineData("{% set a, b = 'x-y'.split('-') %}{{ b }}{{ a }}", "yx")]
    [InlineData("{% set text %}a{{ node.hostname }}{% endset %}[{{ text }}]", "[an1]")]
    [InlineData("{% with x = 1, z = 3 %}{% with y = x + 1 %}{{ y }}{{ z }}{% endwith %}{% endwith %}", "23")]
    [InlineData("{% for k in node.labels | dictsort %}{{ k[0] }};{% endfor %}", "role;zone a;")]
    public void Loops_and_variables(string template, string expected) => Assert.Equal(expected, Render(template));

    [Theory]
    [InlineData("a\n", "a")]
    [InlineData("a\n\n", "a\n")]
    [InlineData("a\r\nb\rc", "a\nb\nc")]
    [InlineData("{% if true %}\na\n{% endif %}\nb", "\na\n\nb")]
    [InlineData("x \n {%- if true -%} \n a \n {%- endif -%} \n b", "xab")]
    [InlineData("a {{- 'b' -}} c", "abc")]
    [InlineData("a{# x {{ y }} #}b", "ab")]
    [InlineData("a {#- x -#} b", "ab")]
    [InlineData("{% raw %}{{ x }}{% endraw %}", "{{ x }}")]
    [InlineData("a {%- raw -%} {{ x }} {%- endraw -%} b", "a{{ x }}b")]
    [InlineData("a\n  {%+ if true %}b{% endif %}", "a\n  b")]
    public void White_space(string template, string expected) => Assert.Equal(expected, Render(template));

    [Theory]
    [InlineData("{{ node.labels.other | default('x') }}{{ foo | default('y') }}{{ '' | d('z', true) }}", "xyz")]
    [InlineData("{{ node.tags | join(',') | upper }}", "GPU,RACK1")]
    [InlineData("{{ 'a b' | replace(' ', '_') | title }} {{ ' x ' | trim }}|{{ 'hELLO' | capitalize }}", "A_b x|Hello")]
    [InlineData("{{ ['b', 'a'] | sort | first }}{{ [3, 1] | max }}{{ 'abc' | length }}{{ [1, 1] | unique | list }}", "a33[1]")]
    [InlineData("{{ '7' | int + 1 }} {{ -7 // 2 }} {{ 7 % 3 }} {{ 7 / 2 }} {{ 2 * 3 ~ 'x' }}", "8 -4 1 3.5 6x")]
    [InlineData("{{ {'b': 'é', 'a': [1, none, true]} | tojson }}", "{\"a\": [1, null, true], \"b\": \"\\u00e9\"}")]
    [InlineData("{{ 'a\nb' | indent(2) }}", "a\n  b")]
    [InlineData("{{ node.tags | map('upper') | join }}", "GPURACK1")]
    [InlineData("{{ 'abc'[1] }}{{ 'abc'[-1] }}{{ 'abc'[1:] }}{{ node.tags[0] }}{{ 'abc'.upper() }}", "bcbcgpuABC")]
    [InlineData("{{ node.labels.get('x', 'y') }}", "y")]
    [InlineData("{{ 0.00001 }} {{ 0.0001 }} {{ 10000000000000000.0 }} {{ 1000000000000000.0 }}", "1e-05 0.0001 1e+16 1000000000000000.0")]
    [InlineData("{{ [0.00001, 1.5] }} {{ 1 / 100000 }} {{ 0.00001 ~ '' }} {{ -0.00001 }}", "[1e-05, 1.5] 1e-05 1e-05 -1e-05")]
    [InlineData("{{ {'a': 0.00001, 'b': 1.0} | tojson }}", "{\"a\": 1e-05, \"b\": 1.0}")]
    [InlineData("{{ '1e-5' | float }}", "1e-05")]
    public void Filters_and_operators(string template, string expected) => Assert.Equal(expected, Render(template));

    [Fact]
    public void A_template_renders_alike_many_times()
    {
        var template = JinjaTemplate.Parse("{% set x = node.hostname %}{% for i in range(3) %}{{ x }}{{ i }}{% endfor %}");
        Assert.All(Enumerable.Range(0, 10), _ => Assert.Equal("n10n11n12", template.Render(TemplateNode.Values, CancellationToken.None)));
    }
}
