using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Resources.Boot;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Server;

/// <summary>The values that each setting takes, and what MAAS says to anything else.</summary>
internal static class ConfigRules
{
    private static readonly Dictionary<string, string[]> Choices = new(StringComparer.Ordinal)
    {
        ["dnssec_validation"] = ["auto", "yes", "no"],
        ["network_discovery"] = ["enabled", "disabled"],
        ["active_discovery_interval"] = ["0", "604800", "86400", "43200", "21600", "10800", "3600", "1800", "600"],
    };

    private static readonly Dictionary<string, (string[] Choices, string Message)> Selections = new(StringComparer.Ordinal)
    {
        ["default_storage_layout"] = (
            ["bcache", "blank", "custom", "flat", "lvm", "vmfs6", "vmfs7"],
            "Select a valid choice. {0} is not one of the available choices."),
        ["default_boot_interface_link_type"] = (
            ["auto", "dhcp", "link_up", "static"],
            "Select a valid choice. {0} is not one of the available choices."),
        ["maas_auto_ipmi_user_privilege_level"] = (["USER", "OPERATOR", "ADMIN", ""], "Valid choices are ADMIN, OPERATOR, or USER"),
        ["maas_auto_ipmi_cipher_suite_id"] = (["17", "3", "", "8", "12"], "Valid choices are 17,3,,8,12"),
        ["maas_auto_ipmi_workaround_flags"] = ([""], "Enter a list of values."),
    };

    private static readonly Dictionary<string, (int Least, int Most)> Bounds = new(StringComparer.Ordinal)
    {
        ["max_node_commissioning_results"] = (1, int.MaxValue),
        ["max_node_testing_results"] = (1, int.MaxValue),
        ["max_node_installation_results"] = (1, int.MaxValue),
        ["max_node_release_results"] = (1, int.MaxValue),
        ["subnet_ip_exhaustion_threshold_count"] = (1, int.MaxValue),
        ["node_timeout"] = (1, int.MaxValue),
        ["tls_cert_expiration_notification_interval"] = (1, 90),
        ["session_length"] = (10, 1209600),
    };

    /// <summary>The text as it is kept.</summary>
    /// <exception cref="ApiException">400: the setting does not take it.</exception>
    public static string Text(SimulatorState state, string name, string value)
    {
        if (value.Length == 0 && name is ("maas_name" or "default_storage_layout"))
            throw Refuse(name, FieldErrors.Required);
        if (value.Length > 0)
            CheckChoices(state, name, value);
        return name switch
        {
            "upstream_dns" => ConfigLists.Addresses(name, value),
            "ntp_servers" => ConfigLists.Hosts(name, value),
            "dns_trusted_acl" => ConfigLists.Networks(name, value),
            "remote_syslog" => value.Length == 0 || value.Contains(':', StringComparison.Ordinal) ? value : value + ":514",
            _ => ConfigTexts.Check(state, name, value),
        };
    }

    /// <summary>A number within the setting's bounds.</summary>
    /// <exception cref="ApiException">400: no number, or not within them.</exception>
    public static int Number(string name, string value)
    {
        if (!int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            throw Refuse(name, "Enter a whole number.");
        if (name is "maas_proxy_port" or "maas_syslog_port")
            CheckPort(name, number);
        var (least, most) = Bounds.GetValueOrDefault(name, (int.MinValue, int.MaxValue));
        if (number < least)
            throw Refuse(name, string.Create(CultureInfo.InvariantCulture, $"Ensure this value is greater than or equal to {least}."));
        return number <= most
            ? number
            : throw Refuse(name, string.Create(CultureInfo.InvariantCulture, $"Ensure this value is less than or equal to {most}."));
    }

    public static ApiException Refuse(string name, string message) => new(ApiResponse.Invalid(name, message));

    public static bool IsChoice(string name) => Choices.ContainsKey(name);

    private static void CheckChoices(SimulatorState state, string name, string value)
    {
        var series = state.BootResources.Where(image => image.Name.StartsWith("ubuntu/", StringComparison.Ordinal))
            .Select(image => image.Name["ubuntu/".Length..]).Distinct().Order(StringComparer.Ordinal).ToArray();
        if (name == "default_distro_series")
            CheckChoice(name, "release", series, value);
        else if (name == "commissioning_distro_series")
            CheckChoice(name, name, series, value);
        else if (name == "default_osystem")
            CheckChoice(name, "osystem", [.. state.BootResources.Select(GetSystem).Distinct()], value);
        else if (name == "default_min_hwe_kernel")
            CheckChoice(name, name, ["", .. GetKernels(state)], value);
        else if (Choices.TryGetValue(name, out var choices))
            CheckChoice(name, name, choices, value);
        else if (Selections.TryGetValue(name, out var selection) && !selection.Choices.Contains(value))
            throw Refuse(name, string.Format(CultureInfo.InvariantCulture, selection.Message, value));
    }

    /// <summary>Those of the release that machines are commissioned with, on any architecture.</summary>
    private static IEnumerable<string> GetKernels(SimulatorState state)
    {
        var image = $"{ImageCatalog.Ubuntu}/{state.Config["commissioning_distro_series"]}";
        return state.BootResources.Where(resource => resource.Name == image).Select(resource => resource.Architecture.Split('/')[1])
            .Where(UbuntuReleases.IsKernel).Distinct().OrderBy(KernelNames.GetRank);
    }

    private static void CheckChoice(string name, string kind, string[] choices, string value)
    {
        if (!choices.Contains(value))
            throw Refuse(name, FieldErrors.ChoiceText(kind, choices, value));
    }

    private static string GetSystem(SimulatedBootResource image) =>
        image.Name.Contains('/', StringComparison.Ordinal) ? image.Name.Split('/')[0] : "custom";

    private static void CheckPort(string name, int port)
    {
        const string Unchanged = "Unable to change port number. ";
        if (port is <= 0 or > 65535)
            throw Refuse(name, Unchanged + "Port number is not between 0 - 65535.");
        if (port <= 1023)
            throw Refuse(name, Unchanged + "Port number is reserved for system services.");
        if (port is >= 5240 and <= 5270 && !(port == 5247 && name == "maas_syslog_port"))
            throw Refuse(name, Unchanged + "Port number is reserved for MAAS services.");
    }
}

/// <summary>Settings that are lists, split at commas and blanks and kept with one blank between.</summary>
internal static partial class ConfigLists
{
    private static readonly char[] Separators = [',', ' ', '\t', '\r', '\n'];

    public static string Addresses(string name, string value) => Each(value, text => IPAddress.TryParse(text, out _)
        ? text
        : throw ConfigRules.Refuse(name, $"Invalid IP address: {text}; provide a list of space-separated IP addresses"));

    public static string Hosts(string name, string value) =>
        Each(value, text => LooksLikeAddress(text) ? Address(name, text) : Host(name, text));

    public static string Networks(string name, string value) => Each(value, text => Network().IsMatch(text)
        ? IPNetwork.TryParse(text, out _) ? text : throw ConfigRules.Refuse(name, $"Invalid network: {text}.")
        : LooksLikeAddress(text)
            ? IPAddress.TryParse(text, out var address)
                ? address.ToString()
                : throw ConfigRules.Refuse(name, $"Invalid IP address: {text}.")
            : Host(name, text));

    private static bool LooksLikeAddress(string text) => text.Contains(':', StringComparison.Ordinal) || FourNumbers().IsMatch(text);

    private static string Address(string name, string text) => IPAddress.TryParse(text, out var address)
        ? address.ToString()
        : throw ConfigRules.Refuse(name, $"Failed to detect a valid IP address from '{text}'.");

    private static string Host(string name, string text) => HostnameRules.Problem(text) is { } problem
        ? throw ConfigRules.Refuse(name, "Invalid hostname: " + problem)
        : text;

    private static string Each(string value, Func<string, string> clean) =>
        string.Join(' ', value.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Select(clean));

    [GeneratedRegex("^[0-9]{1,3}(\\.[0-9]{1,3}){3}$")]
    private static partial Regex FourNumbers();

    [GeneratedRegex("^([0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*)/[0-9]+$")]
    private static partial Regex Network();
}

/// <summary>Settings that are a single text of some form.</summary>
internal static partial class ConfigTexts
{
    public static string Check(SimulatorState state, string name, string value)
    {
        if (value.Length > 0 && Problem(state, name, value) is { } problem)
            throw ConfigRules.Refuse(name, problem);
        return value;
    }

    private static string? Problem(SimulatorState state, string name, string value) => name switch
    {
        "http_proxy" when !UrlRules.IsUrl(value) => "Enter a valid URL.",
        "maas_internal_domain" when !Domain().IsMatch(value) || value.Length > 255 => $"Invalid domain name: {value}.",
        "hardware_sync_interval" when !DurationText.IsInterval(value) =>
            string.Format(CultureInfo.InvariantCulture, state.Rules.NoInterval, value),
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
