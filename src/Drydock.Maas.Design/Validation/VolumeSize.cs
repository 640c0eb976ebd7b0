using System.Globalization;
using System.Text.RegularExpressions;

namespace Drydock.Maas.Design.Validation;

/// <summary>A size as designs write it: 20g, 500MiB, 40%, &gt;10g.</summary>
/// <param name="Bytes">Absolute size in bytes; null for a percentage.</param>
/// <param name="Percent">Percentage of the disk or volume group; null for an absolute size.</param>
/// <param name="TakesRest">Whether it is a minimum, and all that is left is wanted.</param>
internal sealed partial record VolumeSize(decimal? Bytes, long? Percent, bool TakesRest)
{
    /// <summary>The size, or null when the text is none; negative ones are read, to be told from what is no size.</summary>
    public static VolumeSize? Parse(string? text)
    {
        var match = SizeText().Match(text?.Trim() ?? "");
        var digits = match.Groups["number"].Value;
        if (!long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return null;
        var rest = match.Groups["rest"].Success;
        var unit = match.Groups["unit"].Value.ToLowerInvariant();
        if (unit == "%")
            return new(null, number, rest);
        // What no long holds, no disk holds either.
        decimal factor = SizeUnits.BytesOf(unit);
        return Math.Abs((decimal)number) <= long.MaxValue / factor ? new(number * factor, null, rest) : null;
    }

    [GeneratedRegex("^(?<rest>>)?(?<number>-?[0-9]+)(?<unit>[mgt](?:i?b?)|%)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SizeText();
}
