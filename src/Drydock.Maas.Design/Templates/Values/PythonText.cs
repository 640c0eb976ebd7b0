using System.Globalization;
using Drydock.Maas.Design.Python;

namespace Drydock.Maas.Design.Templates.Values;

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
        string text => PythonLiteral.Quote(text),
        bool flag => flag ? "True" : "False",
        long number => number.ToString(CultureInfo.InvariantCulture),
        double number => PythonLiteral.Number(number),
        NoneValue => "None",
        PairList => throw new TemplateException(line, "The items of a mapping cannot be written; loop over them."),
        IReadOnlyList<object> list => $"[{string.Join(", ", list.Select(i => Inside(line, i)))}]",
        IReadOnlyDictionary<string, object> mapping =>
            $"{{{string.Join(", ", mapping.Select(p => $"{PythonLiteral.Quote(p.Key)}: {Inside(line, p.Value)}"))}}}",
        Undefined missing => throw new TemplateException(line, missing.Reason),
        _ => throw new TemplateException(line, "This value cannot be written."),
    };
}
