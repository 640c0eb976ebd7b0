using System.Globalization;
using System.Text;

namespace Drydock.Maas.Simulator.Http;

/// <summary>Values as Python's <c>repr</c> shows them, which some of MAAS's refusals do.</summary>
internal static class PythonText
{
    /// <summary>In single quotes, unless the text has such and no double ones.</summary>
    public static string Quote(string text)
    {
        var quote = text.Contains('\'', StringComparison.Ordinal) && !text.Contains('"', StringComparison.Ordinal) ? '"' : '\'';
        var shown = new StringBuilder().Append(quote);
        foreach (var sign in text)
        {
            _ = sign switch
            {
                '\\' => shown.Append("\\\\"),
                '\n' => shown.Append("\\n"),
                '\r' => shown.Append("\\r"),
                '\t' => shown.Append("\\t"),
                _ when sign == quote => shown.Append('\\').Append(sign),
                _ when char.IsControl(sign) => shown.Append(CultureInfo.InvariantCulture, $"\\x{(int)sign:x2}"),
                _ => shown.Append(sign),
            };
        }

        return shown.Append(quote).ToString();
    }
}
