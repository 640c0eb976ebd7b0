using System.Globalization;
using System.Text;

namespace Drydock.Maas.Design.BootActions.Templates;

/// <summary>Values as texts, as Python writes them.</summary>
internal static class PythonText
{
    public static string Write(int line, object value) => value switch
    {
        string text => text,
        Undefined missing => throw new TemplateException(line, missing.Reason),
        _ => Inside(line, value),
    };

    private static string Inside(int line, object value) => value switch
    {
        string text => Quoted(text),
        bool flag => flag ? "True" : "False",
        long number => number.ToString(CultureInfo.InvariantCulture),
        double number => Fraction(number),
        NoneValue => "None",
        PairList => throw new TemplateException(line, "The items of a mapping cannot be written; loop over them."),
        IReadOnlyList<object> list => $"[{string.Join(", ", list.Select(i => Inside(line, i)))}]",
        IReadOnlyDictionary<string, object> mapping =>
            $"{{{string.Join(", ", mapping.Select(p => $"{Quoted(p.Key)}: {Inside(line, p.Value)}"))}}}",
        Undefined missing => throw new TemplateException(line, missing.Reason),
        _ => throw new TemplateException(line, "This value cannot be written."),
    };

    private static string Fraction(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.All(c => char.IsAsciiDigit(c) || c == '-') ? text + ".0" : text;
    }

    private static string Quoted(string text)
    {
        var quote = text.Contains('\'') && !text.Contains('"') ? '"' : '\'';
        var quoted = new StringBuilder().Append(quote);
        foreach (var c in text)
            quoted.Append(c == quote || c == '\\' ? $"\\{c}" : c switch { '\n' => "\\n", '\r' => "\\r", '\t' => "\\t", _ => c.ToString() });
        return quoted.Append(quote).ToString();
    }
}
