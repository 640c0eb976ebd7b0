using Drydock.Maas.Design.Templates.Syntax;
using Drydock.Maas.Design.Templates.Values;
using static Drydock.Maas.Design.Templates.Translation.ScriptWriter;

namespace Drydock.Maas.Design.Templates.Translation;

/// <summary>Translates the expressions of one output or statement into script: operators, from the loosest to the tightest.</summary>
internal sealed class ExpressionTranslator
{
    private static readonly string[] Comparisons = ["==", "!=", "<", ">", "<=", ">=", "in"];

    private readonly ScriptWriter _script;
    private readonly PostfixTranslator _postfix;
    private int _depth;

    public ExpressionTranslator(TokenCursor cursor, ScriptWriter script)
    {
        Cursor = cursor;
        _script = script;
        _postfix = new PostfixTranslator(this, script);
    }

    public required TemplateScope Scope { get; set; }

    public TokenCursor Cursor { get; }

    public string Expression()
    {
        if (++_depth > TokenCursor.MostOperations)
            throw Cursor.TooDeep();
        var value = Or();
        while (Cursor.Accept("if"))
        {
            var condition = Or();
            var line = Cursor.Current.Line;
            var otherwise = Cursor.Accept("else") ? Expression() : _script.Constant(NoElse());
            value = $"({Call("truth", line, condition)} ? {value} : {otherwise})";
        }

        _depth--;
        return value;
    }

    /// <summary>An expression without a trailing if, as a loop has it.</summary>
    public string Or()
    {
        var value = And();
        while (Cursor.Accept("or"))
            value = $"({Call("or_left", Cursor.Line(), value)} ?? {And()})";
        return value;
    }

    private static Undefined NoElse() => new("The if of an expression has no else, and its condition is not met.", IsName: false);

    private string And()
    {
        var value = Not();
        while (Cursor.Accept("and"))
            value = $"({Call("and_left", Cursor.Line(), value)} ?? {Not()})";
        return value;
    }

    private string Not()
    {
        var negations = 0;
        while (Cursor.Accept("not"))
            negations++;
        var value = Comparison();
        return negations == 0 ? value : Call(negations % 2 == 1 ? "not" : "truth", Cursor.Line(), value);
    }

    private string Comparison()
    {
        var left = Sum();
        string? all = null;
        while (true)
        {
            var isNegated = Cursor.Current.Text == "not" && Cursor.Next.Text == "in" && Cursor.Accept("not");
            if (Array.Find(Comparisons, Cursor.IsOperator) is not { } comparison)
                return all ?? left;
            Cursor.Take();
            var right = Sum();
            var one = Call("compare", Cursor.Line(), _script.Constant(isNegated ? "not in" : comparison), left, right);
            all = all is null ? one : $"({Call("and_left", Cursor.Line(), all)} ?? {one})";
            left = right;
        }
    }

    private string Sum() => Binary(Concatenation, "+", "-");

    private string Concatenation() => Binary(Product, "~");

    private string Product() => Binary(Unary, "*", "/", "//", "%");

    private string Binary(Func<string> operand, params string[] operators)
    {
        var value = operand();
        while (Array.Find(operators, Cursor.IsOperator) is { } found)
        {
            Cursor.Take();
            value = Call("arithmetic", Cursor.Line(), _script.Constant(found), value, operand());
        }

        return value;
    }

    private string Unary()
    {
        var isNegative = false;
        while (Cursor.IsOperator("-") || Cursor.IsOperator("+"))
            isNegative ^= Cursor.Take().Text == "-";
        var value = Power();
        return isNegative ? Call("arithmetic", Cursor.Line(), _script.Constant("-"), _script.Constant(0L), value) : value;
    }

    private string Power()
    {
        var value = _postfix.Value();
        if (Cursor.IsOperator("**"))
            throw new TemplateException(Cursor.Current.Line, "The operator ** is not supported.");
        return value;
    }
}
