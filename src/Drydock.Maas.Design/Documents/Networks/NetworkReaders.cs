using Drydock.Maas.Design.Documents.Properties;

namespace Drydock.Maas.Design.Documents.Networks;

/// <summary>Readers of NetworkLink and Network documents, with Drydock's defaults.</summary>
internal static class NetworkReaders
{
    private const int DefaultMtu = 1500;

    // As MAAS does, to which Drydock hands the text on: at commas and blanks.
    private static readonly char[] ServerSeparators = [',', ' ', '\t', '\n', '\r', '\f', '\v'];

    public static NetworkLink ReadLink(PropertyReader reader)
    {
        var trunking = reader.Map("trunking");
        if (!reader.Has("allowed_networks"))
            reader.Note(ErrorIds.PropertyMissing, "allowed_networks", "allowed_networks is missing: a link carries at least one network.");
        return new NetworkLink
        {
            Name = reader.Document.Name,
            Bonding = ReadBonding(reader.Map("bonding")),
            Mtu = reader.Number("mtu") ?? DefaultMtu,
            LinkSpeed = reader.Text("linkspeed") ?? "auto",
            TrunkingMode = trunking?.ReadChoice("mode", "disabled", "802.1q") ?? "disabled",
            NativeNetwork = trunking?.Text("default_network"),
            AllowedNetworks = reader.Texts("allowed_networks") ?? [],
            Labels = reader.Labels("labels"),
            Location = reader.Document.Location,
        };
    }

    public static Network ReadNetwork(PropertyReader reader)
    {
        var dns = reader.Map("dns");
        var relay = reader.Map("dhcp_relay");
        return new Network
        {
            Name = reader.Document.Name,
            Cidr = reader.RequiredText("cidr"),
            Vlan = reader.Text("vlan"),
            Mtu = reader.Number("mtu"),
            RouteDomain = reader.Text("routedomain"),
            DnsDomain = dns?.Text("domain") ?? "local",
            DnsServers = dns?.Text("servers")?.Split(ServerSeparators, StringSplitOptions.RemoveEmptyEntries) ?? [],
            Ranges = [.. reader.Maps("ranges").Select(ReadRange)],
            Routes = [.. reader.Maps("routes").Select(ReadRoute)],
            DhcpRelaySelf = relay?.Text("self_ip"),
            DhcpRelayTarget = relay?.Text("upstream_target"),
            Labels = reader.Labels("labels"),
            Location = reader.Document.Location,
        };
    }

    private static LinkBonding ReadBonding(PropertyReader? reader)
    {
        var mode = reader?.ReadChoice("mode", "disabled", "802.3ad", "balance-rr", "active-backup") ?? "disabled";
        if (reader is null)
            return new LinkBonding { Mode = "disabled" };
        if (mode == "disabled")
            return ReadDisabled(reader);

        const int MonitorInterval = 100;
        const int Delay = 200;
        var isLacp = mode == "802.3ad";
        return new LinkBonding
        {
            Mode = mode,
            MonitorInterval = reader.Number("mon_rate") ?? MonitorInterval,
            UpDelay = reader.Number("up_delay") ?? Delay,
            DownDelay = reader.Number("down_delay") ?? Delay,
            TransmitHash = reader.Text("hash") ?? (isLacp ? "layer3+4" : null),
            PeerRate = reader.Text("peer_rate") ?? (isLacp ? "fast" : null),
        };
    }

    // Options of a bond that is none are kept as written: validation finds them.
    private static LinkBonding ReadDisabled(PropertyReader reader) => new()
    {
        Mode = "disabled",
        MonitorInterval = reader.Number("mon_rate"),
        UpDelay = reader.Number("up_delay"),
        DownDelay = reader.Number("down_delay"),
        TransmitHash = reader.Text("hash"),
        PeerRate = reader.Text("peer_rate"),
    };

    private static NetworkRange ReadRange(PropertyReader reader) => new()
    {
        Type = reader.RequiredText("type").Length > 0 ? reader.ReadChoice("type", "static", "dhcp", "reserved") ?? "" : "",
        Start = reader.RequiredText("start"),
        End = reader.RequiredText("end"),
    };

    private static NetworkRoute ReadRoute(PropertyReader reader) => new()
    {
        Subnet = reader.Text("subnet"),
        Gateway = reader.Text("gateway"),
        Metric = reader.Number("metric"),
        RouteDomain = reader.Text("routedomain"),
    };
}
