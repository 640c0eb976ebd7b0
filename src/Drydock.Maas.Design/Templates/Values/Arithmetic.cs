using System.Globalization;

namespace Drydock.Maas.Design.Templates.Values;

/// <summary>Operators between values.</summary>
internal static class Arithmetic
{
    public static object Calculate(string operation, object left, object right, RenderBudget budget) => (left, right) switch
    {
        (Undefined missing, _) => throw new TemplateException(missing.Reason),
        (_, Undefined missing) => throw new TemplateException(missing.Reason),
        _ when operation == "~" => Join(PythonText.Write(left, budget), PythonText.Write(right, budget), budget),
        (string a, string b) when operation == "+" => Join(a, b, budget),
        (PythonTuple a, PythonTuple b) when operation == "+" => new PythonTuple(Concatenate(a, b, budget)),
        (List<object> and not PythonTuple, List<object> and not PythonTuple) when operation == "+" =>
            Concatenate((List<object>)left, (List<object>)right, budget),
        (double, double or long or bool) or (long or bool, double) => Fraction(operation, ToDouble(left), ToDouble(right)),
        (long or bool, long or bool) => Whole(operation, ToWhole(left), ToWhole(right)),
        _ => throw new TemplateException(
            $"{operation} is not possible between {PythonValues.Kind(left)} and {PythonValues.Kind(right)}; texts are joined with ~."),
    };

    /// <summary>A number with its sign, or the other one.</summary>
    public static object Sign(bool isNegative, object value) => value switch
    {
        Undefined missing => throw new TemplateException(missing.Reason),
        double number => isNegative ? -number : number,
        long or bool => isNegative ? Whole("-", 0, ToWhole(value)) : ToWhole(value),
        _ => throw new TemplateException($"{PythonValues.Kind(value)} has no sign."),
    };

    public static long ToWhole(object value) => value switch
    {
        long number => number,
        bool flag => flag ? 1 : 0,
        Undefined missing => throw new TemplateException(missing.Reason),
        _ => throw new TemplateException($"A whole number is expected here, not {PythonValues.Kind(value)}."),
    };

    private static double ToDouble(object value) => Convert.ToDouble(value, CultureInfo.InvariantCulture);

    private static string Join(string a, string b, RenderBudget budget)
    {
        budget.SpendText(a.Length + (long)b.Length);
        return a + b;
    }

    private static List<object> Concatenate(List<object> a, List<object> b, RenderBudget budget)
    {
        budget.Spend(a.Count + (long)b.Count);
        return [.. a, .. b];
    }

    private static object Whole(string operation, long a, long b)
    {
        try
        {
            return operation switch
            {
                "+" => (object)checked(a + b),
                "-" => checked(a - b),
                "*" => checked(a * b),
                "//" => Floor(a, b),
                "%" => b == -1 ? 0 : a - (b * Floor(a, b)),
                "**" when b >= 0 => Power(a, b),
                _ => Fraction(operation, a, b),
            };
        }
        catch (DivideByZeroException)
        {
            throw new TemplateException("A number is divided by 0.");
        }
        catch (OverflowException)
        {
            throw new TemplateException("The number becomes too large.");
        }
    }

    private static long Floor(long a, long b) => checked(a / b) - (a % b != 0 && a < 0 != b < 0 ? 1 : 0);

    private static long Power(long number, long exponent)
    {
        var power = 1L;
        for (var left = number is 0 or 1 or -1 ? exponent % 2 == 0 ? Math.Min(exponent, 2) : 1 : exponent; left > 0; left--)
            power = checked(power * number);
        return power;
    }

    private static double Fraction(string operation, double a, double b)
    {
        if ((b == 0 && operation is "/" or "//" or "%") || (operation == "**" && a == 0 && b < 0))
            throw new TemplateException("A number is divided by 0.");
        var result = operation switch
        {
            "+" => a + b,
            "-" => a - b,
            "*" => a * b,
            "/" => a / b,
            "//" => Floor(a, b),
            "%" => Remainder(a, b),
            _ => Math.Pow(a, b),
        };
        return operation != "**" || double.IsFinite(result) || !double.IsFinite(a) || !double.IsFinite(b)
            ? result
            : throw new TemplateException("The number becomes too large, or is no real number.");
    }

    // The remainder has the sign of what it is divided by.
    private static double Remainder(double a, double b)
    {
        var remainder = a % b;
        if (remainder == 0)
            return Math.CopySign(0, b);
        return remainder < 0 != b < 0 ? remainder + b : remainder;
    }

    private static double Floor(double a, double b)
    {
        var quotient = (a - Remainder(a, b)) / b;
        return quotient == 0 ? Math.CopySign(0, a / b) : Math.Round(quotient);
    }
}
