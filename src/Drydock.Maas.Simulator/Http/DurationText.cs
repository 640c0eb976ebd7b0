using System.Globalization;
using System.Text.RegularExpressions;

namespace Drydock.Maas.Simulator.Http;

/// <summary>Spans of time as forms take them, and as Python shows them.</summary>
internal static partial class DurationText
{
    /// <summary>Seconds, <c>minutes:seconds</c>, <c>hours:minutes:seconds</c> with or without days, or an ISO 8601 span; null for all else.</summary>
    public static TimeSpan? Parse(string text)
    {
        if (Clock().Match(text) is { Success: true } clock)
        {
            var time = new TimeSpan(0, Number(clock, "hours"), Number(clock, "minutes"), 0) + TimeSpan.FromSeconds(Fraction(clock, "seconds"));
            return TimeSpan.FromDays(Number(clock, "days")) + (clock.Groups["sign"].Length > 0 ? -time : time);
        }

        if (Iso().Match(text) is not { Success: true } iso || text is "P" or "PT" or "-P")
            return null;
        var span = TimeSpan.FromDays(Fraction(iso, "days")) + TimeSpan.FromHours(Fraction(iso, "hours"))
            + TimeSpan.FromMinutes(Fraction(iso, "minutes")) + TimeSpan.FromSeconds(Fraction(iso, "seconds"));
        return iso.Groups["sign"].Value == "-" ? -span : span;
    }

    public static string Show(TimeSpan span)
    {
        var days = (int)Math.Floor(span.TotalDays);
        var rest = span - TimeSpan.FromDays(days);
        var time = rest.ToString(rest.Ticks % TimeSpan.TicksPerSecond == 0 ? "h\\:mm\\:ss" : "h\\:mm\\:ss\\.ffffff", CultureInfo.InvariantCulture);
        return days == 0 ? time : string.Create(CultureInfo.InvariantCulture, $"{days} day{(Math.Abs(days) == 1 ? "" : "s")}, {time}");
    }

    /// <summary>Whether it is an interval of a setting, such as <c>15m</c> or <c>2 hours</c>.</summary>
    public static bool IsInterval(string text) => Interval().IsMatch(text);

    /// <summary>The seconds of an interval such as <c>15m</c> or <c>2 hours</c>; null for a text that is none.</summary>
    public static int? ParseInterval(string interval)
    {
        var match = Interval().Match(interval);
        if (!match.Success)
            return null;
        var unit = match.Groups[2].Value[0] switch { 'h' => 3600, 'm' => 60, _ => 1 };
        return unit * int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
    }

    private static int Number(Match match, string group) =>
        match.Groups[group].Length > 0 ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : 0;

    private static double Fraction(Match match, string group) => match.Groups[group].Length > 0
        ? double.Parse(match.Groups[group].Value.Replace(',', '.'), CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex("^([0-9]+)\\s?(hours?|hr|h|minutes?|min|m|seconds?|sec|s)")]
    private static partial Regex Interval();

    [GeneratedRegex(
        "^(?:(?<days>-?[0-9]{1,8}) (?:days?, )?)?(?<sign>-?)(?:(?:(?<hours>[0-9]{1,8}):)(?=[0-9]+:[0-9]+))?(?:(?<minutes>[0-9]{1,8}):)?"
        + "(?<seconds>[0-9]{1,9}(?:[.,][0-9]+)?)$")]
    private static partial Regex Clock();

    [GeneratedRegex(
        "^(?<sign>[-+]?)P(?:(?<days>[0-9]+([.,][0-9]+)?)D)?(?:T(?:(?<hours>[0-9]+([.,][0-9]+)?)H)?(?:(?<minutes>[0-9]+([.,][0-9]+)?)M)?"
        + "(?:(?<seconds>[0-9]+([.,][0-9]+)?)S)?)?$")]
    private static partial Regex Iso();
}
