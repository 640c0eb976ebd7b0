using System.Globalization;
using System.Text;
using Drydock.Maas.Design.Templates.Values;

namespace Drydock.Maas.Design.Templates.Syntax;

/// <summary>Numbers and texts as expressions write them.</summary>
internal static class Literal
{
    /// <summary>A whole number of base 2, 8, 10 or 16, or a fraction.</summary>
    public static object ReadNumber(Token token)
    {
        var text = token.Text.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
        var prefix = text.Length > 2 ? text[..2] : "";
        try
        {
            return prefix switch
            {
                "0b" => ToWhole(text, 2),
                "0o" => ToWhole(text, 8),
                "0x" => ToWhole(text, 16),
                _ when text.AsSpan().ContainsAny('.', 'e') => (object)double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
                _ => long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture),
            };
        }
        catch (OverflowException)
        {
            throw new TemplateException($"The number {token.Text} is too large.", token.Place);
        }
    }

    private static long ToWhole(string text, int given) =>
        Convert.ToInt64(text[2..], given) is var number and >= 0 ? number : throw new OverflowException();

    /// <summary>What stands between the quotes, with its escapes read as Python reads them.</summary>
    public static string ReadText(string written, TemplatePlace place)
    {
        if (!written.Contains('\\', StringComparison.Ordinal))
            return written;
        var text = new StringBuilder();
        for (var i = 0; i < written.Length; i++)
        {
            if (written[i] != '\\')
                text.Append(written[i]);
            else
                i += AppendEscaped(written, i + 1, text, place);
        }

        return text.ToString();
    }

    /// <summary>Appends what an escape stands for; answers how many characters follow its backslash.</summary>
    private static int AppendEscaped(string written, int at, StringBuilder text, TemplatePlace place)
    {
        var c = written[at];
        switch (c)
        {
            case '\n':
                return 1;
            case 'x' or 'u' or 'U':
                var digits = c == 'x' ? 2 : c == 'u' ? 4 : 8;
                text.Append(Character(written, at + 1, digits, place));
                return 1 + digits;
            case >= '0' and <= '7':
                var octal = written.Skip(at).Take(3).TakeWhile(d => d is >= '0' and <= '7').ToList();
                text.Append((char)octal.Aggregate(0, (code, d) => (code * 8) + d - '0'));
                return octal.Count;
            case 'N':
                throw new TemplateException("The escape \\N is not supported; write the character itself.", place);
        }

        var simple = "\\'\"abfnrtv".IndexOf(c, StringComparison.Ordinal);
        text.Append(simple < 0 ? "\\" + c : "\\'\"\a\b\f\n\r\t\v"[simple].ToString());
        return 1;
    }

    private static string Character(string written, int at, int digits, TemplatePlace place) =>
        at + digits <= written.Length
        && int.TryParse(written.AsSpan(at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
        && Rune.IsValid(code)
            ? new Rune(code).ToString()
            : throw new TemplateException($"The escape \\{written[at - 1]} takes the {digits} digits of a character.", place);
}
