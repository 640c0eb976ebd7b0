using Drydock.Maas.Design.Templates.Functions;
using Drydock.Maas.Design.Templates.Values;

namespace Drydock.Maas.Design.Templates.Syntax;

/// <summary>Parses values and what follows them: members, indexes, calls, filters and tests.</summary>
internal sealed class PostfixParser(TokenCursor cursor, ExpressionParser expressions)
{
    /// <summary>A value with its members, indexes and calls.</summary>
    public TemplateExpression ParseValue() => ParseMembers(ParsePrimary());

    /// <summary>Filters and tests of a value, and members of what they make.</summary>
    public TemplateExpression ParseFilters(TemplateExpression value)
    {
        while (true)
        {
            if (cursor.Accept("|"))
                value = ParseFilter(value);
            else if (cursor.Current is { Kind: TokenKind.Name, Text: "is" })
                value = ParseTest(value);
            else
                return value;
            value = ParseMembers(value);
        }
    }

    private TemplateExpression ParseMembers(TemplateExpression value)
    {
        while (true)
        {
            if (cursor.Accept("."))
                value = ParseMember(value);
            else if (cursor.Accept("["))
                value = ParseItem(value);
            else if (cursor.Is("("))
                throw new TemplateException("Only methods of texts and mappings, and range, can be called.", cursor.Current.Place);
            else
                return value;
        }
    }

    private TemplateExpression ParseMember(TemplateExpression value)
    {
        var place = cursor.Current.Place;
        if (cursor.Current.Kind == TokenKind.Number)
            return new MemberExpression(place, value, ParseNumber());
        var name = cursor.Name("the name of a member");
        return cursor.Is("(")
            ? ParseCall(place, CallKind.Method, name, value)
            : new MemberExpression(place, value, new ConstantExpression(place, name));
    }

    private TemplateExpression ParseItem(TemplateExpression value)
    {
        var place = cursor.Current.Place;
        var first = ParseBound();
        if (!cursor.Accept(":"))
        {
            cursor.Expect("]", "an index");
            return new MemberExpression(place, value, first ?? throw cursor.Unexpected("an index is expected"));
        }

        var second = ParseBound();
        var third = cursor.Accept(":") ? ParseBound() : null;
        cursor.Expect("]", "a slice");
        return new SliceExpression(place, value, first, second, third);
    }

    private TemplateExpression? ParseBound() => cursor.Is(":") || cursor.Is("]") ? null : expressions.ParseExpression();

    private CallExpression ParseFilter(TemplateExpression value)
    {
        var place = cursor.Current.Place;
        var name = Known(cursor.Name("the name of a filter"), "filter", TemplateFilters.Names, place);
        return ParseCall(place, CallKind.Filter, name, value);
    }

    private TemplateExpression ParseTest(TemplateExpression value)
    {
        cursor.Take();
        var isNegated = cursor.Accept("not");
        var place = cursor.Current.Place;
        var name = Known(cursor.Name("the name of a test"), "test", TemplateTests.Names, place);
        var test = cursor.Is("(") || !TemplateTests.HasArgument(name)
            ? ParseCall(place, CallKind.Test, name, value)
            : new CallExpression(place, CallKind.Test, name, value, [ParseValue()], []);
        return isNegated ? new NotExpression(place, test) : test;
    }

    private static string Known(string name, string kind, IReadOnlyCollection<string> names, TemplatePlace place) => names.Contains(name)
        ? name
        : throw new TemplateException($"There is no {kind} {name}; there are {string.Join(", ", names.Order(StringComparer.Ordinal))}.", place);

    /// <summary>A call with the arguments in parentheses, or with none.</summary>
    private CallExpression ParseCall(TemplatePlace place, CallKind kind, string name, TemplateExpression value)
    {
        var arguments = new List<TemplateExpression>();
        var named = new List<KeyValuePair<string, TemplateExpression>>();
        if (!cursor.Accept("("))
            return new(place, kind, name, value, arguments, named);
        while (!cursor.Accept(")"))
        {
            if (cursor.Current.Kind == TokenKind.Name && cursor.Next is { Kind: TokenKind.Operator, Text: "=" })
            {
                var parameter = cursor.Take().Text;
                cursor.Take();
                named.Add(new(parameter, expressions.ParseExpression()));
            }
            else
            {
                arguments.Add(expressions.ParseExpression());
            }

            ParseSeparator(")", "arguments are separated by commas");
        }

        return new(place, kind, name, value, arguments, named);
    }

    private void ParseSeparator(string end, string otherwise)
    {
        if (!cursor.Accept(",") && !cursor.Is(end))
            throw cursor.Unexpected(otherwise);
    }

    private TemplateExpression ParsePrimary()
    {
        var place = cursor.Current.Place;
        return cursor.Current.Kind switch
        {
            TokenKind.Text => ParseTexts(),
            TokenKind.Number => ParseNumber(),
            TokenKind.Name => ParseName(cursor.Take()),
            _ when cursor.Accept("(") => ParseParentheses(place),
            _ when cursor.Accept("[") => new ListExpression(place, ParseItems("]"), IsTuple: false),
            _ when cursor.Accept("{") => ParseMapping(place),
            _ => throw cursor.Unexpected("a value is expected"),
        };
    }

    // Texts that follow each other are one, as in Python.
    private ConstantExpression ParseTexts()
    {
        var first = cursor.Take();
        var texts = new List<string> { first.Text };
        while (cursor.Current.Kind == TokenKind.Text)
            texts.Add(cursor.Take().Text);
        return new(first.Place, string.Concat(texts));
    }

    private ConstantExpression ParseNumber()
    {
        var token = cursor.Take();
        return new(token.Place, Literal.ReadNumber(token));
    }

    private TemplateExpression ParseName(Token token)
    {
        switch (token.Text)
        {
            case "true" or "True":
                return new ConstantExpression(token.Place, true);
            case "false" or "False":
                return new ConstantExpression(token.Place, false);
            case "none" or "None":
                return new ConstantExpression(token.Place, NoneValue.Instance);
        }

        var name = new NameExpression(token.Place, token.Text);
        if (!cursor.Is("("))
            return name;
        return token.Text switch
        {
            "range" => ParseCall(token.Place, CallKind.Range, token.Text, name),
            "namespace" or "lipsum" or "cycler" or "joiner" or "dict" =>
                throw new TemplateException($"The function {token.Text} is not supported.", token.Place),
            _ => throw new TemplateException($"There is no function {token.Text}; only range.", token.Place),
        };
    }

    private TemplateExpression ParseParentheses(TemplatePlace place)
    {
        if (cursor.Accept(")"))
            return new ListExpression(place, [], IsTuple: true);
        var first = expressions.ParseExpression();
        if (cursor.Accept(")"))
            return first;
        cursor.Expect(",", "the first item of a tuple");
        return new ListExpression(place, [first, .. ParseItems(")")], IsTuple: true);
    }

    private List<TemplateExpression> ParseItems(string end)
    {
        var items = new List<TemplateExpression>();
        while (!cursor.Accept(end))
        {
            items.Add(expressions.ParseExpression());
            ParseSeparator(end, "items are separated by commas");
        }

        return items;
    }

    private MappingExpression ParseMapping(TemplatePlace place)
    {
        var entries = new List<(TemplateExpression, TemplateExpression)>();
        while (!cursor.Accept("}"))
        {
            var key = expressions.ParseExpression();
            cursor.Expect(":", "a key");
            entries.Add((key, expressions.ParseExpression()));
            ParseSeparator("}", "entries are separated by commas");
        }

        return new(place, entries);
    }
}
