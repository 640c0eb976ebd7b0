using Drydock.Maas.Design;
using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Engine.Observe;

/// <summary>Real device names for the aliases of a node's hardware profile.</summary>
internal sealed class DeviceNames
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NodeException> _refusals = new(StringComparer.Ordinal);

    /// <summary>No aliases: every name stands for itself.</summary>
    public static DeviceNames None { get; } = new();

    /// <summary>
    /// Finds the devices of the aliases that a node uses; an alias that fits none stands for itself. Where several devices share a bus
    /// address, such as two ports of one card, the first alias of that address has the first, the next the next; so it is with aliases of the
    /// same marks. Marks, and controllers, that more devices have than there are aliases for are refused.
    /// </summary>
    /// <param name="node">The node.</param>
    /// <param name="lshw">What lshw saw when the machine was commissioned last; null where nothing is told by a bus address.</param>
    /// <param name="disks">The disks as commissioning saw them; null where nothing is told by what MAAS's own list lacks.</param>
    /// <param name="machine">
    /// The machine as MAAS has it. A commissioning that keeps storage or network keeps MAAS's names of disks and NICs while lshw has new ones,
    /// so that a device goes by its serial number or MAC address where MAAS knows it.
    /// </param>
    public static DeviceNames Find(DrydockNode node, string? lshw, IReadOnlyList<CommissionedDisk>? disks, Machine machine)
    {
        var names = new DeviceNames();
        if (node.HardwareProfile is not { DeviceAliases.Count: > 0 } profile)
            return names;
        var devices = new MachineDevices(machine, LshwDevices.Read(lshw), disks ?? []);
        var (nics, ofDisks) = (node.NicNames.ToHashSet(StringComparer.Ordinal), node.DiskNames.ToHashSet(StringComparer.Ordinal));
        foreach (var sharing in profile.DeviceAliases.GroupBy(a => a.Mark, StringComparer.Ordinal))
        {
            var aliases = sharing.ToList();
            if (aliases.Exists(a => nics.Contains(a.Alias)))
                names.Assign(profile, aliases, devices.FindNics(aliases[0]), "NICs", machine);
            else if (aliases.Exists(a => ofDisks.Contains(a.Alias)))
                names.Assign(profile, aliases, devices.FindDisks(aliases[0]), "disks", machine);
        }

        return names;
    }

    /// <summary>Every way in which aliases may stand for devices, no two for one, beside those that are known.</summary>
    public static IEnumerable<DeviceNames> Guess(IReadOnlyList<string> aliases, IReadOnlyList<string> devices, DeviceNames known)
    {
        if (aliases.Count == 0)
            return [known.Copy()];
        return devices.SelectMany(device => Guess([.. aliases.Skip(1)], [.. devices.Where(d => d != device)], known)
            .Select(names => names.With(aliases[0], device)));
    }

    /// <summary>The device an alias or name stands for; throws for an alias that fits several.</summary>
    public string Resolve(string aliasOrName) =>
        _refusals.TryGetValue(aliasOrName, out var refusal) ? throw refusal : _names.GetValueOrDefault(aliasOrName, aliasOrName);

    /// <summary>The device an alias or name stands for; the alias itself where it fits several.</summary>
    public string ResolveOrKeep(string aliasOrName) => _names.GetValueOrDefault(aliasOrName, aliasOrName);

    /// <summary>Whether an alias was found, or found to fit several devices.</summary>
    public bool IsKnown(string alias) => _names.ContainsKey(alias) || _refusals.ContainsKey(alias);

    private void Assign(HardwareProfile profile, List<DeviceAlias> aliases, FoundDevices found, string kind, Machine machine)
    {
        if (!found.IsOrdered && found.Names.Count > aliases.Count)
        {
            foreach (var alias in aliases)
            {
                _refusals[alias.Alias] = new(
                    ErrorIds.AmbiguousDevice,
                    $"Alias {alias.Alias} of hardware profile {profile.Name} ({alias.Mark}) fits {found.Names.Count} {kind} of {machine}"
                    + $"{(aliases.Count > 1 ? $", and so do {string.Join(", ", aliases.Where(a => a != alias).Select(a => a.Alias))}" : "")}: "
                    + $"{string.Join(", ", found.Described)}. Say more of it in device_aliases, for example its serial, wwn or path.");
            }

            return;
        }

        foreach (var (alias, index) in aliases.Select((a, i) => (a, i)))
        {
            // Of an address that one device has every alias means that; of marks no two aliases do.
            if (found.Names.Count > index || (found.IsOrdered && found.Names.Count > 0))
                _names[alias.Alias] = found.Names[Math.Min(index, found.Names.Count - 1)];
        }
    }

    /// <summary>These, and what some further aliases are called elsewhere.</summary>
    public DeviceNames With(DeviceNames others, IEnumerable<string> aliases)
    {
        var joined = Copy();
        foreach (var alias in aliases)
        {
            if (others._names.TryGetValue(alias, out var name))
                joined._names[alias] = name;
        }

        return joined;
    }

    private DeviceNames With(string alias, string device)
    {
        _names[alias] = device;
        return this;
    }

    private DeviceNames Copy()
    {
        var copy = new DeviceNames();
        foreach (var (alias, name) in _names)
            copy._names[alias] = name;
        foreach (var (alias, refusal) in _refusals)
            copy._refusals[alias] = refusal;
        return copy;
    }
}
