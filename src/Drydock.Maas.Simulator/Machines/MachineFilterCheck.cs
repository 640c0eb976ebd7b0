using System.Globalization;
using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.Machines;

/// <summary>What MAAS says of constraints it does not know, or whose values it does not know.</summary>
internal sealed class MachineFilterCheck(ApiCall call)
{
    private static readonly string[] PowerStates = ["on", "off", "unknown", "error"];

    private static readonly HashSet<string> Statuses =
        Enum.GetValues<MachineStatus>().Select(MachineStatuses.FilterNameOf).ToHashSet(StringComparer.Ordinal);

    private readonly FieldErrors _errors = new(call.Query);

    /// <exception cref="ApiException">400: the query asks for what cannot be asked.</exception>
    public void Run()
    {
        var known = MachineFilters.Known.ToHashSet(StringComparer.Ordinal);
        foreach (var unknown in call.Query.Names.Where(name => !known.Contains(name)))
            _errors.Add(unknown, "No such constraint.");
        CheckChoices();
        CheckNumbers();
        foreach (var mac in call.Query.GetAll("mac_address").Where(mac => !MacAddress.IsValid(mac)))
            _errors.Add("mac_address", $"'{mac}' is not a valid MAC address.");
        CheckArchitectures();
        CheckNames();
        CheckPlaces();
        _errors.ThrowIfAny();
    }

    private void CheckChoices()
    {
        foreach (var field in new[] { "status", "not_status", "power_state", "not_power_state" })
        {
            var power = field.EndsWith("power_state", StringComparison.Ordinal);
            foreach (var value in call.Query.GetAll(field).Where(value => power ? !PowerStates.Contains(value) : !Statuses.Contains(value)))
                _errors.Add(field, $"Select a valid choice. {value} is not one of the available choices.");
        }
    }

    private void CheckNumbers()
    {
        foreach (var field in MachineFilters.KnownNumbers.Append("link_speed"))
        {
            if (call.Query.GetAll(field).Any(value => !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _)))
                _errors.Add(field, NumberText(field));
        }
    }

    private static string NumberText(string field) => field switch
    {
        "cpu_count" => "Invalid CPU count: number required.",
        "cpu_speed" => "Invalid CPU speed: number required.",
        "mem" => "Invalid memory: number of MiB required.",
        _ => "Invalid link speed: number required.",
    };

    /// <summary>Known are those there are images for, with or without the part behind the slash.</summary>
    private void CheckArchitectures()
    {
        var families = call.State.BootResources.Select(image => image.Architecture.Split('/')[0]).ToHashSet(StringComparer.Ordinal);
        var usable = call.State.BootResources.Select(image => image.Architecture).Concat(families.Select(name => name + "/generic"))
            .Concat(families).ToHashSet(StringComparer.Ordinal);
        if (call.Query.GetAll("arch").Any(value => !usable.Contains(value)))
            _errors.Add("arch", "Architecture not recognised.");
    }

    private void CheckNames()
    {
        var state = call.State;
        var tags = MachineFilters.TagsOf(call.Query.GetAll("tags")).Where(name => !state.Tags.Exists(tag => tag.Name == name)).ToList();
        if (tags.Count > 0)
            _errors.Add("tags", $"No such tag(s): {string.Join(", ", tags.Select(name => $"'{name}'"))}.");
        foreach (var field in new[] { "zone", "not_in_zone" })
            CheckName(field, "zone", name => state.Zones.Exists(zone => zone.Name == name));
        foreach (var field in new[] { "pool", "not_in_pool" })
            CheckName(field, "pool", name => state.Pools.Exists(pool => pool.Name == name));
        if (call.Query.GetAll("owner").FirstOrDefault(name => !state.Users.Exists(user => user.Username == name)) is { } stranger)
            _errors.Add("owner", $"No such owner: '{stranger}'.");
    }

    private void CheckName(string field, string kind, Predicate<string> exists)
    {
        var unknown = call.Query.GetAll(field).Where(name => !exists(name)).ToList();
        if (unknown.Count > 0)
            _errors.Add(field, $"No such {kind}(s): {string.Join(", ", unknown)}.");
    }

    private void CheckPlaces()
    {
        foreach (var field in new[] { "subnets", "not_subnets" })
        {
            if (call.Query.Has(field) && MachineFilters.SubnetsOf(call, field).Count == 0)
                _errors.Add(field, "No matching subnets found.");
        }

        foreach (var field in new[] { "vlans", "not_vlans" })
        {
            if (call.Query.Has(field) && MachineFilters.VlansOf(call, field).Count == 0)
                _errors.Add(field, "No matching VLANs found.");
        }
    }
}
