namespace Drydock.Maas.Design.Compile;

/// <summary>Finds the native network of trunks that name none: the one network whose tag is written as 0, as Drydock takes it.</summary>
internal static class NativeNetworks
{
    public static NetworkLink Find(NetworkLink link, IReadOnlyDictionary<string, Network> networks)
    {
        if (link.NativeNetwork is not null || link.TrunkingMode == "disabled")
            return link;
        var untagged = link.AllowedNetworks.Distinct(StringComparer.Ordinal).Select(networks.GetValueOrDefault)
            .Where(n => n is { Vlan: not null, VlanTag: 0 }).ToList();
        return untagged is [{ } native] ? link with { NativeNetwork = native.Name } : link;
    }
}
