using Drydock.Maas.Design.Templates.Values;

namespace Drydock.Maas.Design.Templates.Syntax;

/// <summary>Parses expressions: operators from the loosest to the tightest, each with the precedence that Jinja2 gives it.</summary>
internal sealed class ExpressionParser
{
    private static readonly string[] Comparisons = ["==", "!=", "<", ">", "<=", ">=", "in"];

    private readonly TokenCursor _cursor;
    private readonly PostfixParser _postfix;

    public ExpressionParser(TokenCursor cursor)
    {
        _cursor = cursor;
        _postfix = new PostfixParser(cursor, this);
    }

    /// <summary>One value, or several with commas between, which are a tuple.</summary>
    public TemplateExpression ParseTuple() => ParseTuple(ParseExpression, () => _cursor.IsAtEnd);

    /// <summary>One value or several, without a trailing if, which says something else in a loop.</summary>
    public TemplateExpression ParseUnconditionalTuple() => ParseTuple(ParseOr, () => _cursor.IsAtEnd || _cursor.Is("if"));

    public TemplateExpression ParseExpression()
    {
        _cursor.Enter();
        var value = ParseOr();
        while (_cursor.Is("if"))
        {
            var place = _cursor.Take().Place;
            var condition = ParseOr();
            value = new ConditionalExpression(place, value, condition, _cursor.Accept("else") ? ParseExpression() : null);
        }

        _cursor.Leave();
        return value;
    }

    private TemplateExpression ParseTuple(Func<TemplateExpression> parse, Func<bool> isEnd)
    {
        var first = parse();
        if (!_cursor.Is(","))
            return first;
        var items = new List<TemplateExpression> { first };
        while (_cursor.Accept(",") && !isEnd())
            items.Add(parse());
        return new ListExpression(first.Place, items, IsTuple: true);
    }

    private TemplateExpression ParseOr()
    {
        var value = ParseAnd();
        while (_cursor.Is("or"))
            value = new LogicalExpression(_cursor.Take().Place, IsAnd: false, value, ParseAnd());
        return value;
    }

    private TemplateExpression ParseAnd()
    {
        var value = ParseNot();
        while (_cursor.Is("and"))
            value = new LogicalExpression(_cursor.Take().Place, IsAnd: true, value, ParseNot());
        return value;
    }

    private TemplateExpression ParseNot()
    {
        if (!_cursor.Is("not"))
            return ParseComparison();
        _cursor.Enter();
        var value = new NotExpression(_cursor.Take().Place, ParseNot());
        _cursor.Leave();
        return value;
    }

    private TemplateExpression ParseComparison()
    {
        var first = ParseSum();
        var place = _cursor.Current.Place;
        var others = new List<(string, TemplateExpression)>();
        while (true)
        {
            var isNegated = _cursor.Is("not") && _cursor.Next is { Kind: TokenKind.Name, Text: "in" } && _cursor.Accept("not");
            if (Array.Find(Comparisons, _cursor.Is) is not { } comparison)
                return others.Count == 0 ? first : new ComparisonExpression(place, first, others);
            _cursor.Take();
            others.Add((isNegated ? "not in" : comparison, ParseSum()));
        }
    }

    private TemplateExpression ParseSum() => ParseArithmetic(ParseConcatenation, "+", "-");

    private TemplateExpression ParseConcatenation() => ParseArithmetic(ParseProduct, "~");

    private TemplateExpression ParseProduct() => ParseArithmetic(ParsePower, "*", "/", "//", "%");

    private TemplateExpression ParsePower() => ParseArithmetic(() => ParseUnary(withFilters: true), "**");

    private TemplateExpression ParseArithmetic(Func<TemplateExpression> parse, params string[] operators)
    {
        var value = parse();
        while (Array.Find(operators, _cursor.Is) is not null)
        {
            var token = _cursor.Take();
            value = new ArithmeticExpression(token.Place, token.Text, value, parse());
        }

        return value;
    }

    // A sign is tighter than a filter: -1 | abs is 1.
    private TemplateExpression ParseUnary(bool withFilters)
    {
        TemplateExpression value;
        if (_cursor.Is("-") || _cursor.Is("+"))
        {
            _cursor.Enter();
            var sign = _cursor.Take();
            value = new SignExpression(sign.Place, sign.Text == "-", ParseUnary(withFilters: false));
            _cursor.Leave();
        }
        else
        {
            value = _postfix.ParseValue();
        }

        return withFilters ? _postfix.ParseFilters(value) : value;
    }
}
