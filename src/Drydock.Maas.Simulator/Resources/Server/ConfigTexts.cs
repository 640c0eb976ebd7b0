using System.Globalization;
using System.Text.RegularExpressions;

namespace Drydock.Maas.Simulator.Resources.Server;

/// <summary>Settings that are a single text of some form.</summary>
internal static partial class ConfigTexts
{
    public static string Check(string name, string value)
    {
        if (value.Length > 0 && Problem(name, value) is { } problem)
            throw ConfigRules.Refuse(name, problem);
        return value;
    }

    /// <summary>The seconds of an interval such as <c>15m</c> or <c>2 hours</c>; null for a text that is none.</summary>
    public static int? SecondsOf(string interval)
    {
        var match = Interval().Match(interval);
        if (!match.Success)
            return null;
        var unit = match.Groups[2].Value[0] switch { 'h' => 3600, 'm' => 60, _ => 1 };
        return unit * int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
    }

    private static string? Problem(string name, string value) => name switch
    {
        "http_proxy" when !UrlRules.IsUrl(value) => "Enter a valid URL.",
        "maas_internal_domain" when !Domain().IsMatch(value) || value.Length > 255 => $"Invalid domain name: {value}.",
        "hardware_sync_interval" when !Interval().IsMatch(value) =>
            $"value is not a valid interval: {value}, only 'h|hr|hour|hours, m|min|minute|minutes, s|sec|second|seconds' are valid units",
        "maas_auto_ipmi_k_g_bmc_key" when !Key().IsMatch(value) =>
            "Error: K_g must either be 20 characters in length, or 40 hexadecimal characters prefixed with \"0x\""
            + string.Create(CultureInfo.InvariantCulture, $" (current length is {value.Length})."),
        "maas_auto_ipmi_user" when value.Length > 20 =>
            string.Create(CultureInfo.InvariantCulture, $"Ensure this value has at most 20 characters (it has {value.Length})."),
        _ => null,
    };

    [GeneratedRegex("^[a-zA-Z0-9]([-a-zA-Z0-9]{0,62}[a-zA-Z0-9])?(\\.[a-zA-Z0-9]([-a-zA-Z0-9]{0,62}[a-zA-Z0-9])?)*$")]
    private static partial Regex Domain();

    [GeneratedRegex("^([0-9]+)\\s?(hours?|hr|h|minutes?|min|m|seconds?|sec|s)")]
    private static partial Regex Interval();

    [GeneratedRegex("^(0x[a-fA-F0-9]{40}|[\\w\\W]{20})$")]
    private static partial Regex Key();
}
