using System.Globalization;
using Drydock.Maas.Design.Templates.Values;

namespace Drydock.Maas.Design.Templates.Functions;

/// <summary>Filters that make numbers.</summary>
internal static class NumberFilters
{
    public static object Absolute(int line, object value) =>
        value is double number ? Math.Abs(number) : (object)Math.Abs(Arithmetic.Whole(line, value));

    public static object Float(int line, object value) =>
        double.TryParse(PythonText.Write(line, value), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw NoNumber(line, value);

    public static object Int(int line, object value, Arguments arguments)
    {
        arguments.Allow("default");
        return value switch
        {
            long number => number,
            bool flag => flag ? 1L : 0L,
            double number when Math.Abs(number) < 1e15 => (long)number,
            string text when Whole(text, out var number) => number,
            _ => arguments.Find(0, "default") ?? throw NoNumber(line, value),
        };
    }

    private static bool Whole(string text, out long number) =>
        long.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    private static TemplateException NoNumber(int line, object value) => new(
        line,
        value is string text
            ? $"\"{text}\" is no number; int and float can be given a default."
            : $"{PythonValues.Kind(value)} is no number.");
}
