using System.Globalization;
using System.Text.RegularExpressions;
using Drydock.Maas.Simulator.Http;

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

    private static string? Problem(string name, string value) => name switch
    {
        "http_proxy" when !UrlRules.IsUrl(value) => "Enter a valid URL.",
        "maas_internal_domain" when !Domain().IsMatch(value) || value.Length > 255 => $"Invalid domain name: {value}.",
        "hardware_sync_interval" when !DurationText.IsInterval(value) =>
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

    [GeneratedRegex("^(0x[a-fA-F0-9]{40}|[\\w\\W]{20})$")]
    private static partial Regex Key();
}
