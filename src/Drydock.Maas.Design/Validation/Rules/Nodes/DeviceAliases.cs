using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Nodes;

/// <summary>Aliases of a hardware profile stand for devices of their own, told by what devices can have.</summary>
internal sealed class DeviceAliases : IValidationRule
{
    private const string ByDisk = "/dev/disk/by-";

    public ValidationRuleInfo Info { get; } = new(
        nameof(DeviceAliases),
        "DD1106",
        "Device Aliases",
        "No two aliases of a hardware profile have the same bus address, what follows regexp: is a regular expression, and serial, wwn, path, "
        + "model and size are what a disk can have; a NIC has a serial, its MAC address, and a model.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) =>
        site.Design.HardwareProfiles.SelectMany(p => Check(site, p)).Concat(site.Nodes.SelectMany(n => CheckNics(site, n)));

    private IEnumerable<ValidationFinding> Check(SiteFacts site, HardwareProfile profile)
    {
        var owners = new Dictionary<BusAddress, string>();
        foreach (var alias in profile.DeviceAliases)
        {
            if (alias is { HasAddress: true, HasMarks: false } && !owners.TryAdd(alias.Bus, alias.Alias)
                && !IsUsed(site, profile, owners[alias.Bus], alias.Alias))
            {
                yield return this.Warning(
                    $"Aliases {owners[alias.Bus]} and {alias.Alias} of hardware profile {profile.Name} are the same device, {alias.Bus}.",
                    "Correct one of the addresses, or remove the alias.",
                    At(site, profile, alias, "address"));
            }

            if (alias.AddressExpression is { } expression && !AddressExpression.IsValid(expression))
            {
                yield return this.Error(
                    $"The address {alias.Address} of alias {alias.Alias} in hardware profile {profile.Name} is no regular expression.",
                    "Correct the expression.",
                    At(site, profile, alias, "address"));
            }

            foreach (var (key, value, advice) in WrongMarks(alias))
            {
                yield return this.Error(
                    $"The {key} {value} of alias {alias.Alias} in hardware profile {profile.Name} is none.",
                    advice,
                    At(site, profile, alias, key));
            }
        }
    }

    private static IEnumerable<(string Key, string Value, string Advice)> WrongMarks(DeviceAlias alias)
    {
        foreach (var wwn in alias.Wwns.Where(w => WwnNumber.Parse(w) is null))
            yield return ("wwn", wwn, "Write its 16 or 32 hexadecimal digits, for example 0x5002538e40a1b2c3.");
        foreach (var path in alias.Paths.Where(p => !p.StartsWith(ByDisk, StringComparison.Ordinal)))
            yield return ("path", path, $"Write a path in {ByDisk}id or {ByDisk}path; a name such as sda needs no alias.");
        if (alias.Size is { } size && DiskSize.Parse(size) is null)
            yield return ("size", $"\"{size}\"", "Write a whole number with m, g, t, mi, gi or ti, with > in front for that or more, < for less.");
    }

    /// <summary>What only disks have tells no NIC.</summary>
    private IEnumerable<ValidationFinding> CheckNics(SiteFacts site, DrydockNode node)
    {
        foreach (var (owner, name) in node.Interfaces.SelectMany(i => node.GetNics(i).Select(name => (Interface: i, Name: name))))
        {
            if (node.HardwareProfile?.FindAlias(name) is { IsOfDisk: true } alias)
            {
                yield return this.Error(
                    site.At(node, "interfaces", owner.Name, "slaves", name),
                    $"The NIC {name} of node {node} is an alias of a disk: {alias.Mark}.",
                    "Tell a NIC by its bus address, its serial, which is its MAC address, or its model.",
                    node.HardwareProfile.Reference());
            }
        }
    }

    // Aliases stand by their names in a profile: under their keys in device_aliases.
    public static ValidationDocument At(SiteFacts site, HardwareProfile profile, DeviceAlias alias, string key) =>
        site.At(profile, "device_aliases", alias.Alias, key);

    // Then that is told, with the nodes.
    private static bool IsUsed(SiteFacts site, HardwareProfile profile, string one, string other) => site.Nodes
        .Where(n => n.HardwareProfile == profile)
        .Any(n => (n.DiskNames.Contains(one) && n.DiskNames.Contains(other)) || (n.NicNames.Contains(one) && n.NicNames.Contains(other)));
}
