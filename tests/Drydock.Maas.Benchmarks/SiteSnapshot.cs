using System.Text.Json;
using Drydock.Maas.Api;
using Drydock.Maas.Models;

namespace Drydock.Maas.Benchmarks;

/// <summary>What MAAS holds of a site, without ids and times of chance.</summary>
internal static class SiteSnapshot
{
    public static async Task<string> TakeAsync(IMaasClient client)
    {
        var machines = await client.Machines.ListAsync(new MachineFilter(), CancellationToken.None);
        var subnets = await client.Subnets.ListAsync(CancellationToken.None);
        var fabrics = await client.Fabrics.ListAsync(CancellationToken.None);
        return JsonSerializer.Serialize(new
        {
            Machines = machines.OrderBy(m => m.Hostname, StringComparer.Ordinal).Select(Describe),
            Subnets = subnets.OrderBy(s => s.Cidr, StringComparer.Ordinal)
                .Select(s => new { s.Cidr, s.Name, s.GatewayIP, s.DnsServers, Vlan = s.Vlan?.ToString() }),
            Vlans = fabrics.Where(f => machines.Any(m => m.Interfaces.Any(i => i.Vlan?.Fabric == f.Name)))
                .OrderBy(f => f.Name, StringComparer.Ordinal)
                .Select(f => new { f.Name, Vlans = f.Vlans.OrderBy(v => v.Vid).Select(v => $"{v.Vid} {v.Name} {v.Mtu} {v.DhcpOn}") }),
            Ranges = Sorted((await client.IPRanges.ListAsync(CancellationToken.None)).Select(r => $"{r.Type} {r.StartIP}-{r.EndIP}")),
            Tags = Sorted((await client.Tags.ListAsync(CancellationToken.None)).Select(t => $"{t.Name} {t.KernelOpts}")),
        });
    }

    /// <summary>Where two snapshots differ, by machine or kind of thing.</summary>
    public static IEnumerable<string> Differences(string golden, string present)
    {
        using var before = JsonDocument.Parse(golden);
        using var after = JsonDocument.Parse(present);
        foreach (var part in before.RootElement.EnumerateObject())
        {
            var (were, are) = (Texts(part.Value), Texts(after.RootElement.GetProperty(part.Name)));
            foreach (var lost in were.Except(are))
                yield return $"{part.Name}: instead of {lost} there is {are.FirstOrDefault(a => !were.Contains(a) && a[..Math.Min(12, a.Length)] == lost[..Math.Min(12, lost.Length)]) ?? "none"}";
            foreach (var more in are.Count > were.Count ? are.Except(were) : [])
                yield return $"{part.Name}: there is {more}";
        }
    }

    private static List<string> Texts(JsonElement list) => [.. list.EnumerateArray().Select(e => e.GetRawText())];

    private static object Describe(Machine machine) => new
    {
        machine.Fqdn,
        machine.StatusName,
        machine.DistroSeries,
        machine.HweKernel,
        machine.Owner,
        Tags = Sorted(machine.TagNames),
        Annotations = machine.WorkloadAnnotations.OrderBy(a => a.Key, StringComparer.Ordinal),
        Interfaces = machine.Interfaces.OrderBy(i => i.Name, StringComparer.Ordinal).Select(Describe),
        Disks = machine.BlockDevices.OrderBy(d => d.Name, StringComparer.Ordinal).Select(Describe),
    };

    private static object Describe(NetworkInterface item) => new
    {
        item.Name,
        item.Type,
        Vlan = item.Vlan?.ToString(),
        item.EffectiveMtu,
        Parents = Sorted(item.Parents),
        Links = item.Links.Select(l => $"{l.Mode} {l.IPAddress}"),
    };

    private static object Describe(BlockDevice disk) => new
    {
        disk.Name,
        disk.Size,
        disk.UsedFor,
        disk.Filesystem?.MountPoint,
        Partitions = disk.Partitions.Select(p => $"{p.Size} {p.Filesystem?.Fstype} {p.Filesystem?.MountPoint}"),
    };

    private static IEnumerable<string> Sorted(IEnumerable<string> texts) => texts.Order(StringComparer.Ordinal);
}
