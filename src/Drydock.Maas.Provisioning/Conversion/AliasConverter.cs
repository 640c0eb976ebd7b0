using Drydock.Maas.Design;

namespace Drydock.Maas.Provisioning.Conversion;

/// <summary>
/// Gives hardware profiles aliases for NICs and disks that somebody gave a name of his own in MAAS, as a design takes only names of Linux for
/// devices: the alias is that name, and the MAC addresses and serial numbers of the machines tell what it is.
/// </summary>
internal static class AliasConverter
{
    /// <summary>The nodes with the profiles that know their devices.</summary>
    public static List<NodeDraft> AddAliases(IReadOnlyList<NodeDraft> drafts)
    {
        var profiles = drafts.GroupBy(d => d.Hardware.Name, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First().Hardware with { DeviceAliases = [.. FindNics(g).Concat(FindDisks(g))] }, StringComparer.Ordinal);
        return [.. drafts.Select(d => d with { Hardware = profiles[d.Hardware.Name] })];
    }

    private static IEnumerable<DeviceAlias> FindNics(IEnumerable<NodeDraft> drafts) => Make(drafts.SelectMany(d => d.Make().NicNames
        .Where(n => !LinuxDeviceName.IsNic(n)).Select(n => (Name: n, Mark: d.Machine.Interfaces.FirstOrDefault(i => i.Name == n)?.Mac.Canonical))));

    private static IEnumerable<DeviceAlias> FindDisks(IEnumerable<NodeDraft> drafts) => Make(drafts.SelectMany(d => d.Storage.DiskNames
        .Where(n => !LinuxDeviceName.IsDisk(n)).Select(n => (Name: n, Mark: d.Machine.BlockDevices.FirstOrDefault(b => b.Name == n)?.Serial?.Trim()))));

    /// <summary>A device without a mark of its own leaves all of its name without an alias.</summary>
    private static IEnumerable<DeviceAlias> Make(IEnumerable<(string Name, string? Mark)> devices) => devices.GroupBy(d => d.Name, d => d.Mark, StringComparer.Ordinal)
        .Where(g => g.All(m => !string.IsNullOrEmpty(m))).OrderBy(g => g.Key, NaturalOrder.Instance)
        .Select(g => new DeviceAlias { Alias = g.Key, Serials = [.. g.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)] });
}
