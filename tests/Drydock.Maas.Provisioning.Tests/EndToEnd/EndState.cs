using System.Globalization;
using System.Text.Json.Nodes;
using Drydock.Maas.Api;
using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Tests.EndToEnd;

/// <summary>What a MAAS holds, without ids and names of chance, in the shape of the recorded end state.</summary>
internal static class EndState
{
    public static async Task<JsonObject> ReadAsync(IMaasClient client, CancellationToken token)
    {
        var machines = await client.Machines.ListAsync(new MachineFilter(), token);
        var tags = await client.Tags.ListAsync(token);
        var power = await client.Machines.GetPowerParametersAsync(null, token);
        var described = new JsonObject();
        foreach (var machine in machines.OrderBy(m => m.Hostname, StringComparer.Ordinal))
        {
            var groups = await client.VolumeGroups.ListAsync(machine.SystemId, token);
            described[machine.Hostname] = Describe(machine, groups, power[machine.SystemId].PowerAddress);
        }

        var fabrics = await client.Fabrics.ListAsync(token);
        return new JsonObject
        {
            ["domains"] = Map(await client.Domains.ListAsync(token), d => d.Name, d => JsonValue.Create(d.Authoritative)),
            ["fabrics"] = Map(fabrics, f => f.Name, f => Map(f.Vlans, v => v.Vid.ToString(CultureInfo.InvariantCulture), Describe)),
            ["subnets"] = Map(await client.Subnets.ListAsync(token), s => s.Cidr, Describe),
            ["ipranges"] = new JsonArray(
                [.. (await client.IPRanges.ListAsync(token))
                    .Select(r => $"{r.Type} {r.StartIP}-{r.EndIP}")
                    .Order(StringComparer.Ordinal)
                    .Select(t => (JsonNode)t)]),
            ["static_routes"] = new JsonArray(
                [.. (await client.StaticRoutes.ListAsync(token)).Select(r => (JsonNode)$"{r.Source} {r.Destination} {r.GatewayIP}")]),
            ["machines"] = described,
            ["tags"] = Map(tags, t => t.Name, t => new JsonObject
            {
                ["kernel_opts"] = t.KernelOpts ?? "",
                ["members"] = new JsonArray(
                    [.. machines.Where(m => m.TagNames.Contains(t.Name))
                        .Select(m => m.Hostname)
                        .Order(StringComparer.Ordinal)
                        .Select(h => (JsonNode)h)]),
            }),
        };
    }

    private static JsonObject Describe(Vlan vlan) => new()
    {
        ["dhcp_on"] = vlan.DhcpOn,
        ["mtu"] = vlan.Mtu,
        ["name"] = vlan.Name,
        ["relay"] = vlan.RelayVlan?.ToString(),
        ["space"] = vlan.Space,
    };

    private static JsonObject Describe(Subnet subnet) => new()
    {
        ["dns_servers"] = new JsonArray([.. subnet.DnsServers.Select(d => (JsonNode)d)]),
        ["gateway_ip"] = subnet.GatewayIP,
        ["name"] = subnet.Name,
        ["vlan"] = subnet.Vlan?.ToString(),
        ["managed"] = subnet.Managed,
        ["rdns_mode"] = subnet.RdnsMode,
    };

    private static JsonObject Describe(Machine machine, IReadOnlyList<VolumeGroup> groups, string? powerAddress) => new()
    {
        ["blockdevices"] = Map(machine.BlockDevices, d => d.Name, Describe),
        ["boot_disk"] = machine.BootDisk?.Name,
        ["boot_interface"] = machine.BootInterface?.Name,
        ["default_gateway"] = machine.DefaultGateways?.Ipv4?.GatewayIP,
        ["distro_series"] = machine.DistroSeries,
        ["fqdn"] = machine.Fqdn,
        ["hwe_kernel"] = machine.HweKernel,
        ["interfaces"] = Map(machine.Interfaces, i => i.Name, Describe),
        ["osystem"] = machine.Osystem,
        ["owner"] = machine.Owner,
        ["power_address"] = powerAddress,
        ["power_type"] = machine.PowerType,
        ["status_name"] = machine.StatusName,
        ["tags"] = new JsonArray([.. machine.TagNames.Order(StringComparer.Ordinal).Select(t => (JsonNode)t)]),
        ["volume_groups"] = new JsonArray([.. groups.Select(Describe)]),
        ["workload_annotations"] = Map(machine.WorkloadAnnotations, a => a.Key, a => JsonValue.Create(a.Value)),
    };

    private static JsonObject Describe(BlockDevice device) => new()
    {
        ["filesystem"] = Describe(device.Filesystem),
        ["partitions"] = new JsonArray([.. device.Partitions.Select(p => new JsonObject
        {
            ["bootable"] = p.Bootable,
            ["filesystem"] = Describe(p.Filesystem),
            ["path"] = p.Path,
            ["size"] = p.Size,
        })]),
        ["size"] = device.Size,
        ["table"] = device.PartitionTableType,
        ["type"] = device.Type,
        ["used_for"] = device.UsedFor,
    };

    private static JsonObject? Describe(Filesystem? filesystem) => filesystem is null ? null : new()
    {
        ["fstype"] = filesystem.Fstype,
        ["label"] = filesystem.Label,
        ["mount_options"] = filesystem.MountOptions,
        ["mount_point"] = filesystem.MountPoint,
    };

    private static JsonObject Describe(NetworkInterface nic) => new()
    {
        ["effective_mtu"] = nic.EffectiveMtu,
        ["links"] = new JsonArray([.. nic.Links.Select(l => new JsonArray(l.Mode, l.Subnet?.Cidr, l.IPAddress))]),
        ["parents"] = new JsonArray([.. nic.Parents.Order(StringComparer.Ordinal).Select(p => (JsonNode)p)]),
        ["type"] = nic.Type,
        ["vlan"] = nic.Vlan?.ToString(),
        ["params"] = Describe(nic.Params),
    };

    private static JsonObject Describe(InterfaceParameters? parameters)
    {
        var described = new JsonObject();
        void Add(string name, JsonNode? value)
        {
            if (value is not null)
                described[name] = value;
        }

        Add("mtu", parameters?.Mtu);
        Add("bond_mode", parameters?.BondMode);
        Add("bond_miimon", parameters?.BondMiimon);
        Add("bond_downdelay", parameters?.BondDownDelay);
        Add("bond_updelay", parameters?.BondUpDelay);
        Add("bond_lacp_rate", parameters?.BondLacpRate);
        Add("bond_xmit_hash_policy", parameters?.BondXmitHashPolicy);
        Add("bond_num_grat_arp", parameters?.BondNumGratArp);
        return described;
    }

    private static JsonObject Describe(VolumeGroup group) => new()
    {
        ["available_size"] = group.AvailableSize,
        ["devices"] = new JsonArray([.. group.Devices.Select(d => (JsonNode?)d.Name)]),
        ["logical_volumes"] = new JsonArray([.. group.LogicalVolumes.Select(v => new JsonObject { ["name"] = v.Name, ["size"] = v.Size })]),
        ["name"] = group.Name,
        ["size"] = group.Size,
    };

    private static JsonObject Map<T>(IEnumerable<T> items, Func<T, string> key, Func<T, JsonNode?> value) =>
        new(items.OrderBy(key, StringComparer.Ordinal).Select(i => KeyValuePair.Create(key(i), value(i))));
}
