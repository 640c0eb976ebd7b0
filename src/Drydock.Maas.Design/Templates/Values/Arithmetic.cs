using System.Globalization;

namespace Drydock.Maas.Design.Templates.Values;

/// <summary>Operators between values.</summary>
internal static class Arithmetic
{
    public static object Of(int line, string operation, object left, object right)
    {
        Require(line, left);
        Require(line, right);
        if (operation == "~")
            return Join(line, PythonText.Write(line, left), PythonText.Write(line, right));
        return (left, right) switch
        {
            (string a, string b) when operation == "+" => Join(line, a, b),
            (List<object> a, List<object> b) when operation == "+" => a.Concat(b).ToList(),
            (long a, long b) when operation != "/" => Whole(line, operation, a, b),
            (long or double, long or double) => Fraction(
                line,
                operation,
                Convert.ToDouble(left, CultureInfo.InvariantCulture),
                Convert.ToDouble(right, CultureInfo.InvariantCulture)),
            _ => throw new TemplateException(
                line,
                $"{operation} is not possible between {PythonValues.Kind(left)} and {PythonValues.Kind(right)}; texts are joined with ~."),
        };
    }

    public static long Whole(int line, object value) => value switch
    {
        long number => number,
        bool flag => flag ? 1 : 0,
        Undefined missing => throw new TemplateException(line, missing.Reason),
        _ => throw new TemplateException(line, $"A whole number is expected here, not {PythonValues.Kind(value)}."),
    };

    private static void Require(int line, object value)
    {
        if (value is Undefined missing)
            throw new TemplateException(line, missing.Reason);
    }

    private static string Join(int line, string a, string b) => a.Length + b.Length <= OperationBudget.MostCharacters
        ? a + b
        : throw new TemplateException(line, "The text becomes too long.");

    private static long Whole(int line, string operation, long a, long b)
    {
        try
        {
            return operation switch
            {
                "+" => checked(a + b),
                "-" => checked(a - b),
                "*" => checked(a * b),
                "//" => (long)Math.Floor(decimal.Divide(a, b)),
                _ => a - (b * (long)Math.Floor(decimal.Divide(a, b))),
            };
        }
        catch (DivideByZeroException)
        {
            throw new TemplateException(line, "A number is divided by 0.");
        }
        catch (OverflowException)
        {
            throw new TemplateException(line, "The number becomes too large.");
        }
    }

    private static double Fraction(int line, string operation, double a, double b)
    {
        if (b == 0 && operation is "/" or "//" or "%")
            throw new TemplateException(line, "A number is divided by 0.");
        return operation switch
        {
            "+" => a + b,
            "-" => a - b,
            "*" => a * b,
            "/" => a / b,
            "//" => Math.Floor(a / b),
            _ => a - (b * Math.Floor(a / b)),
        };
    }
}
