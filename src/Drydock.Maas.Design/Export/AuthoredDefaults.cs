using System.Text.Json.Nodes;

namespace Drydock.Maas.Design.Export;

/// <summary>Leaves out of documents what holds anyway.</summary>
internal static class AuthoredDefaults
{
    private const int Mtu = 1500;
    private const int MonitorInterval = 100;
    private const int Delay = 200;
    private const int ForwardDelay = 15;

    public static JsonObject Link(JsonObject link)
    {
        Drop(link, "linkspeed", "auto");
        Drop(link, "mtu", Mtu);
        if (link["bonding"] is not JsonObject bonding)
            return link;
        if ((string?)bonding["mode"] == "disabled" && bonding.Count == 1)
            link.Remove("bonding");
        Drop(bonding, "mon_rate", MonitorInterval);
        Drop(bonding, "up_delay", Delay);
        Drop(bonding, "down_delay", Delay);
        if ((string?)bonding["mode"] == "802.3ad")
        {
            Drop(bonding, "hash", "layer3+4");
            Drop(bonding, "peer_rate", "fast");
        }

        return link;
    }

    public static JsonObject Network(JsonObject network)
    {
        if (network["dns"] is JsonObject dns)
        {
            Drop(dns, "domain", "local");
            if (dns.Count == 0)
                network.Remove("dns");
        }

        return network;
    }

    public static JsonObject Region(JsonObject region)
    {
        foreach (var repository in (region["repositories"] as JsonObject ?? []).Select(r => r.Value).OfType<JsonObject>())
        {
            Drop(repository, "repo_type", "apt");
            if (repository["arches"] is JsonArray { Count: 1 } arches && (string?)arches[0] == "amd64")
                repository.Remove("arches");
        }

        return region;
    }

    /// <summary>A part of a host: an interface, or something of its storage.</summary>
    public static JsonNode? Part(JsonNode? part)
    {
        switch (part)
        {
            case JsonArray list:
                foreach (var item in list)
                    Part(item);
                break;
            case JsonObject map:
                if (map["bridge"] is JsonObject bridge)
                {
                    Drop(bridge, "type", "standard");
                    Drop(bridge, "stp", false);
                    Drop(bridge, "forward_delay", ForwardDelay);
                }

                if (map["filesystem"] is JsonObject filesystem)
                {
                    Drop(filesystem, "mount_options", "defaults");
                    if (filesystem.ContainsKey("mountpoint"))
                        Drop(filesystem, "fstype", "ext4");
                }

                if (map.ContainsKey("mountpoint"))
                {
                    Drop(map, "fstype", "tmpfs");
                    Drop(map, "mount_options", "defaults");
                }

                foreach (var key in new[] { "partitions", "logical_volumes" })
                    Part(map[key]);
                break;
        }

        return part;
    }

    private static void Drop(JsonObject map, string key, JsonNode value)
    {
        if (map[key] is { } present && JsonNode.DeepEquals(present, value))
            map.Remove(key);
    }
}
