using System.Globalization;

namespace Drydock.Maas.Provisioning.Tasks;

/// <summary>
/// Time limits of steps, by the names and with the defaults of Drydock's
/// configuration; create_boot_media, a step it never made, is beside them.
/// </summary>
public sealed class TaskTimeouts
{
    private static readonly Dictionary<string, double> Minutes = new(StringComparer.Ordinal)
    {
        ["drydock_timeout"] = 5,
        ["create_network_template"] = 2,
        ["configure_user_credentials"] = 2,
        ["create_boot_media"] = 60,
        ["identify_node"] = 10,
        ["configure_hardware"] = 30,
        ["apply_node_networking"] = 5,
        ["apply_node_storage"] = 5,
        ["apply_node_platform"] = 5,
        ["deploy_node"] = 45,
        ["destroy_node"] = 30,
    };

    private readonly IReadOnlyDictionary<string, double> _given;

    /// <summary>Takes limits that differ.</summary>
    /// <param name="given">Names to minutes.</param>
    /// <exception cref="MaasException">InvalidTimeout: there is no such name, or the limit is not above 0.</exception>
    public TaskTimeouts(IReadOnlyDictionary<string, double> given)
    {
        ArgumentNullException.ThrowIfNull(given);
        foreach (var (name, minutes) in given)
        {
            if (!Minutes.ContainsKey(name))
                throw new MaasException(ErrorIds.InvalidTimeout, $"There is no time limit {name}; there are {string.Join(", ", Names)}.");
            if (!(minutes > 0 && minutes <= 10080))
            {
                throw new MaasException(
                    ErrorIds.InvalidTimeout, string.Create(
                        CultureInfo.InvariantCulture, $"{name} is in minutes, above 0 and up to 10080, not {minutes}."));
            }
        }

        _given = given;
    }

    /// <summary>The names there are.</summary>
    public static IReadOnlyCollection<string> Names => Minutes.Keys;

    /// <summary>The limit of that name.</summary>
    public TimeSpan this[string name] => TimeSpan.FromMinutes(_given.TryGetValue(name, out var minutes) ? minutes : Minutes[name]);
}
