using System.Globalization;
using Drydock.Maas.Design.Templates.Values;
using Scriban.Runtime;

namespace Drydock.Maas.Design.Templates.Functions;

/// <summary>What the scripts of templates call.</summary>
internal static class TemplateFunctions
{
    private const int LongestRange = 100_000;

    public static ScriptObject Make(OperationBudget budget)
    {
        var functions = new ScriptObject(StringComparer.Ordinal);
        foreach (var (name, function) in All)
            functions.SetValue(name, new TemplateFunction(function, budget), readOnly: true);
        return functions;
    }

    private static readonly Dictionary<string, Func<int, IReadOnlyList<object>, object?>> All = new(StringComparer.Ordinal)
    {
        ["write"] = (line, a) => PythonText.Write(line, a[0]),
        ["truth"] = (line, a) => PythonValues.IsTrue(line, a[0]),
        ["not"] = (line, a) => !PythonValues.IsTrue(line, a[0]),
        ["or_left"] = (line, a) => PythonValues.IsTrue(line, a[0]) ? a[0] : null,
        ["and_left"] = (line, a) => PythonValues.IsTrue(line, a[0]) ? null : a[0],
        ["compare"] = (line, a) => PythonValues.Compare(line, (string)a[0], a[1], a[2]),
        ["arithmetic"] = (line, a) => Arithmetic.Of(line, (string)a[0], a[1], a[2]),
        ["member"] = (line, a) => PythonValues.Member(line, a[0], a[1]),
        ["item"] = (line, a) => PythonValues.Member(line, a[0], a[1]),
        ["slice"] = Slice,
        ["method"] = (line, a) => TemplateMethods.Call(line, a[0], (string)a[1], new Arguments(line, (string)a[1], a, 2)),
        ["filter"] = (line, a) => TemplateFilters.Apply(line, a[0], (string)a[1], new Arguments(line, (string)a[1], a, 2)),
        ["test"] = (line, a) => TemplateTests.Check(line, a[0], (string)a[1], new Arguments(line, (string)a[1], a, 2)),
        ["range"] = Range,
        ["list"] = (_, a) => a.ToList(),
        ["mapping"] = Mapping,
        ["iterate"] = (line, a) => PythonValues.Items(line, a[0]).ToList(),
        ["entries"] = (_, a) => LoopEntry.Of((IReadOnlyList<object>)a[0]),
        ["is_empty"] = (_, a) => ((IReadOnlyList<object>)a[0]).Count == 0,
        ["unpack"] = (line, a) => Part(line, ((LoopEntry)a[0]).Value, (long)a[1], (long)a[2]),
        ["part"] = (line, a) => Part(line, a[0], (long)a[1], (long)a[2]),
        ["captured"] = (_, a) => a[0].ToString(),
        ["add"] = Add,
    };

    private static string Add(int line, IReadOnlyList<object> a)
    {
        ((List<object>)a[0]).Add(((LoopEntry)a[1]).Value);
        return "";
    }

    private static object Part(int line, object value, long index, long count)
    {
        if (count == 1)
            return value;
        var parts = PythonValues.Items(line, value).ToList();
        return parts.Count == count
            ? parts[(int)index]
            : throw new TemplateException(
                line, $"{count} names cannot take {parts.Count} values; a mapping's keys and values are given by .items().");
    }

    private static Dictionary<string, object> Mapping(int line, IReadOnlyList<object> a)
    {
        var mapping = new Dictionary<string, object>(StringComparer.Ordinal);
        for (var i = 0; i < a.Count; i += 2)
            mapping[a[i] as string ?? throw new TemplateException(line, "Keys of a mapping are texts.")] = a[i + 1];
        return mapping;
    }

    private static List<object> Range(int line, IReadOnlyList<object> a)
    {
        var numbers = a.Select(v => Arithmetic.Whole(line, v)).ToList();
        if (numbers.Count is 0 or > 3 || (numbers.Count == 3 && numbers[2] == 0))
            throw new TemplateException(line, "range takes an end, or a start, an end and a step other than 0.");
        var (start, end, step) = numbers.Count == 1 ? (0L, numbers[0], 1L) : (numbers[0], numbers[1], numbers.Count == 3 ? numbers[2] : 1L);
        var range = new List<object>();
        for (var (i, left) = (start, LongestRange); step > 0 ? i < end : i > end; i = checked(i + step))
        {
            if (--left < 0)
                throw new TemplateException(
                    line, string.Create(CultureInfo.InvariantCulture, $"A range has at most {LongestRange} numbers."));
            range.Add(i);
        }

        return range;
    }

    private static object Slice(int line, IReadOnlyList<object> a)
    {
        var isText = a[0] is string;
        var items = isText ? [] : PythonValues.Items(line, a[0]).ToList();
        var count = isText ? ((string)a[0]).Length : items.Count;
        var start = Bound(line, a[1], 0, count);
        var end = Math.Max(start, Bound(line, a[2], count, count));
        return isText ? ((string)a[0])[start..end] : items[start..end];
    }

    private static int Bound(int line, object value, int otherwise, int count)
    {
        if (value is NoneValue)
            return otherwise;
        var index = Arithmetic.Whole(line, value);
        return (int)Math.Clamp(index < 0 ? index + count : index, 0, count);
    }
}
