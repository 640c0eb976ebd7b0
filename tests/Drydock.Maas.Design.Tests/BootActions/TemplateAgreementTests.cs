using Drydock.Maas.Design.Templates.Values;
using static Drydock.Maas.Design.Tests.BootActions.TemplateNode;

namespace Drydock.Maas.Design.Tests.BootActions;

/// <summary>Where a translation of Jinja2 easily goes astray: each expectation is what Jinja2 3.1 renders.</summary>
public sealed class TemplateAgreementTests
{
    [Theory]
    [InlineData("{{ -1 | abs }} {{ -7 // 2 | int }} {{ - 2 ** 2 }} {{ 2 ** 3 ** 2 }}", "1 -4 4 64")]
    [InlineData("{{ 2 ** -1 }} {{ 7 // 2.0 }} {{ -7 % 3 }} {{ 7 % -3 }} {{ -7.5 % 2 }} {{ 1 - -1 }}", "0.5 3.0 2 -2 0.5 2")]
    [InlineData("{{ 0x1F }} {{ 0b101 }} {{ 0o17 }} {{ 1_000 }} {{ 1e3 }} {{ 1.5e-7 }} {{ 1E+2 }}", "31 5 15 1000 1000.0 1.5e-07 100.0")]
    [InlineData("{{ true + 1 }} {{ [1] + [2] }} {{ (1,) + (2,) }}", "2 [1, 2] (1, 2)")]
    [InlineData("{{ 1 == true }} {{ 1 == 1.0 }} {{ (1, 2) == [1, 2] }} {{ {'a': [1]} == {'a': [1.0]} }}", "True True False True")]
    [InlineData("{{ 9007199254740993 == 9007199254740992 }}", "False")]
    [InlineData("{{ 'a' is eq 'A' | lower }}", "false")]
    [InlineData("{% for i in 1, 2 if i > 1 %}{{ i }}{% endfor %}", "2")]
    public void Operators(string template, string expected) => Assert.Equal(expected, Render(template));

    [Theory]
    [InlineData("{{ (1, 2) }} {{ (1,) }} {{ () }} {{ 1, 'a' }}", "(1, 2) (1,) () (1, 'a')")]
    [InlineData("{{ {'b': 1, 'a': 2} | dictsort }}", "[('a', 2), ('b', 1)]")]
    [InlineData("{{ range(3) }} {{ range(1, 7, 2) }} {{ range(3) | list }}", "range(0, 3) range(1, 7, 2) [0, 1, 2]")]
    [InlineData("{{ ['\\x00\\x7f\\xa0\\u200b\\U0001F600é'] }}", "['\\x00\\x7f\\xa0\\u200b\U0001F600é']")]
    [InlineData("{{ '\\101\\x41\\u0041\\\n\\q' }}", "AAA\\q")]
    [InlineData("{{ ['it\\'s', 'a \"b\"'] }}", "[\"it's\", 'a \"b\"']")]
    [InlineData("{{ 'a\U0001F600b' | length }}{{ 'a\U0001F600b'[1] }}{{ 'a\U0001F600b' | reverse }}", "3\U0001F600b\U0001F600a")]
    public void Texts_of_values(string template, string expected) => Assert.Equal(expected, Render(template));

    [Theory]
    [InlineData("{{ 'abcdef'[::2] }} {{ 'abcdef'[::-1] }} {{ 'abcdef'[4:1:-1] }} {{ 'abc'[-2:] }}", "ace fedcba edc bc")]
    [InlineData("{{ [1, 2, 3][::-1] }} {{ (1, 2, 3)[1:] }} {{ range(5)[1:3] | list }}", "[3, 2, 1] (2, 3) [1, 2]")]
    [InlineData("{{ {'a': {'b': [7]}}.a.b.0 }} {{ [[1, 2]].0.1 }}", "7 2")]
    public void Slices_and_members(string template, string expected) => Assert.Equal(expected, Render(template));

    [Theory]
    [InlineData("{{ \"it's a-b_c (d) x1y\" | title }} {{ 'éa ÉB' | capitalize }}", "It's A-B_c (D) X1y Éa éb")]
    [InlineData(
        "{{ 'abc' | replace('', '-') }} {{ 'aaa' | replace('a', 'b', 2) }} {{ '\U0001F600' | replace('', '.') }}",
        "-a-b-c- bba .\U0001F600.")]
    [InlineData("{{ ['a', 'B'] | min }} {{ ['a', 'A'] | max }} {{ ['a', 'B'] | min(case_sensitive=true) }}", "a a B")]
    [InlineData(
        "{{ ['b', 'A', 'a', 'B'] | sort }} {{ ['b', 'A', 'a', 'B'] | sort(reverse=true) }}",
        "['A', 'a', 'b', 'B'] ['b', 'B', 'A', 'a']")]
    [InlineData("{{ [[2, 1], [1, 2]] | sort }} {{ [1, 1.0, true, 'a', 'A'] | unique | list }}", "[[1, 2], [2, 1]] [1, 'a']")]
    [InlineData(
        "{{ 'x' | int }} {{ '3.7' | int }} {{ '1_0' | int }} {{ '1f' | int(base=16) }} {{ 'x' | float }} {{ 'x' | int(-1) }}",
        "0 3 10 31 0.0 -1")]
    [InlineData(
        "{{ [1, 2] | sum(start=3) }} {{ [{'n': 1}, {'n': 2}] | sum('n') }} {{ [{'a': {'b': 1}}] | map(attribute='a.b') | list }}",
        "6 3 [1]")]
    [InlineData("{{ ['xa', 'xb'] | map('replace', 'x', '-') | join(', ') }} {{ [1, 2] | join(0) }}", "-a, -b 102")]
    [InlineData(
        "{{ {'a': 2, 'b': 1} | dictsort(by='value') }} {{ {'a': 1, 'B': 2} | dictsort(true, reverse=true) }}",
        "[('b', 1), ('a', 2)] [('a', 1), ('B', 2)]")]
    [InlineData(
        "{{ {'b': [1, {}], 'a': []} | tojson(2) }} {{ '\\b\\f<\\'' | tojson }}",
        "{\n  \"a\": [],\n  \"b\": [\n    1,\n    {}\n  ]\n} \"\\b\\f\\u003c\\u0027\"")]
    [InlineData("{{ [('a', 'b c'), ('d', 1)] | urlencode }} {{ 5 | urlencode }}", "a=b+c&d=1 5")]
    [InlineData(
        "{{ 'a\r\nb\\x0bc' | indent(1) }}|{{ 'a\n\nb' | indent(1, blank=true) }}|{{ 'a\nb' | indent('>', true) }}",
        "a\n b\n c|a\n \n b|>a\n>b")]
    [InlineData(
        "{{ true is number }} {{ 1 is integer }} {{ -1 is odd }} {{ 1 is sameas 1.0 }} {{ 2.5 is float }}",
        "True True True False True")]
    public void Filters_and_tests(string template, string expected) => Assert.Equal(expected, Render(template));

    [Theory]
    [InlineData(
        "{{ ' a  b c '.split(none, 1) }} {{ 'a,b,c'.split(',', 1) }} {{ 'aXbX'.replace('X', '', 1) }}",
        "['a', 'b c '] ['a', 'b,c'] abX")]
    [InlineData("{% for i in 'abc' %}{{ loop.cycle('x', 'y') }}{% endfor %}", "xyx")]
    [InlineData("{% for i in [] %}{% else %}{% set x = 1 %}{% endfor %}{{ x | default('none') }}", "none")]
    [InlineData("{% set x %}{% set y = 1 %}{{ y }}{% endset %}{{ x }}{{ y | default('none') }}", "1none")]
    [InlineData("{% with a = 1 %}{% with a = 2, b = a %}{{ a }}{{ b }}{% endwith %}{% endwith %}", "21")]
    public void Methods_and_scopes(string template, string expected) => Assert.Equal(expected, Render(template));

    [Theory]
    [InlineData("a\n  {{ 1 +\n   foo }}", 3, 4)]
    [InlineData("{{ node.labels.other }}", 1, 16)]
    [InlineData("ab{{ 'x' | nosuch }}", 1, 12)]
    [InlineData("{% if\n 1 // 0 %}{% endif %}", 2, 4)]
    [InlineData("x\n {% macro a() %}", 2, 5)]
    [InlineData("{{ 9223372036854775807 + 1 }}", 1, 24)]
    [InlineData("{{ 99999999999999999999 }}", 1, 4)]
    [InlineData("{{ '99999999999999999999' | int }}", 1, 29)]
    [InlineData("é {{ 'a\nb' ~ foo }}", 2, 6)]
    [InlineData("é {{ 'a\nb' ~ 1 + 1 }}", 2, 8)]
    [InlineData("{# a\n #} {{ )", 2, 8)]
    public void Errors_have_a_line_and_a_column(string template, int line, int column)
    {
        var error = Assert.Throws<TemplateException>(() => Render(template));
        Assert.Equal((line, column), (error.Line, error.Column));
    }
}
