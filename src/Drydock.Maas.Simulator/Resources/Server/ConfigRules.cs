using System.Globalization;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Server;

/// <summary>What each setting takes, and what MAAS says to anything else.</summary>
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
        ["maas_auto_ipmi_user_privilege_level"] = (["USER", "OPERATOR", "ADMIN", ""], "Valid choices are ADMIN, OPERATOR, or USER"),
        ["maas_auto_ipmi_cipher_suite_id"] = (["17", "3", "", "8", "12"], "Valid choices are 17,3,,8,12"),
        ["maas_auto_ipmi_workaround_flags"] = ([""], "Enter a list of values."),
    };

    private static readonly Dictionary<string, (int Least, int Most)> Bounds = new(StringComparer.Ordinal)
    {
        ["max_node_commissioning_results"] = (1, int.MaxValue),
        ["max_node_testing_results"] = (1, int.MaxValue),
        ["max_node_installation_results"] = (1, int.MaxValue),
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
            _ => ConfigTexts.Check(name, value),
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
            CheckChoice(name, "osystem", [.. state.BootResources.Select(SystemOf).Distinct()], value);
        else if (Choices.TryGetValue(name, out var choices))
            CheckChoice(name, name, choices, value);
        else if (Selections.TryGetValue(name, out var selection) && !selection.Choices.Contains(value))
            throw Refuse(name, string.Format(CultureInfo.InvariantCulture, selection.Message, value));
    }

    private static void CheckChoice(string name, string kind, string[] choices, string value)
    {
        if (!choices.Contains(value))
            throw Refuse(name, FieldErrors.ChoiceText(kind, choices, value));
    }

    private static string SystemOf(SimulatedBootResource image) =>
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
