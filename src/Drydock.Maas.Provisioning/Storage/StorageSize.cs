using System.Globalization;
using System.Text.RegularExpressions;
using Drydock.Maas.Design;

namespace Drydock.Maas.Provisioning.Storage;

/// <summary>A size as designs write it: 20g, 500MiB, 40%, &gt;10g.</summary>
/// <param name="Bytes">Absolute size in bytes; 0 for a percentage.</param>
/// <param name="Percent">Percentage of the device or volume group; 0 for an absolute size.</param>
/// <param name="TakesRest">Whether it is a minimum, and all that is left is wanted.</param>
internal sealed partial record StorageSize(long Bytes, int Percent, bool TakesRest)
{
    /// <summary>Reads a size; the owner is named in the error.</summary>
    public static StorageSize Parse(string? text, string owner)
    {
        var match = SizeText().Match(text?.Trim() ?? "");
        if (!match.Success || !long.TryParse(match.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            throw Invalid(text, owner);
        var rest = match.Groups["rest"].Success;
        var unit = match.Groups["unit"].Value.ToLowerInvariant();
        if (unit == "%")
            return number <= 100 ? new(0, (int)number, rest) : throw Invalid(text, owner);

        var factor = SizeUnits.BytesOf(unit);
        return number <= long.MaxValue / factor ? new(number * factor, 0, rest) : throw Invalid(text, owner);
    }

    /// <summary>The size, or minimum, in bytes within a whole of so many bytes.</summary>
    public long Of(long whole) => Percent > 0 ? (long)Math.Floor(whole * (decimal)Percent / 100) : Bytes;

    private static NodeException Invalid(string? text, string owner) => new(
        NodeErrorIds.InvalidSize,
        $"The size \"{text}\" of {owner} cannot be read. Write a whole number with m, g, t (powers of 1000), mi, gi, "
            + "ti (powers of 1024) or %, with > in front for a minimum.");

    [GeneratedRegex("^(?<rest>>)?(?<number>[0-9]+)(?<unit>[mgt](?:i?b?)|%)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SizeText();
}
