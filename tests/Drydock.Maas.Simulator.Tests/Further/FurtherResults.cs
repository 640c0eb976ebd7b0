using System.Text.Json.Nodes;
using Drydock.Maas.Recordings;
using Drydock.Maas.Simulator.Tests.Contract;
using Microsoft.Extensions.Time.Testing;

namespace Drydock.Maas.Simulator.Tests.Further;

/// <summary>One replay of each set of further recordings for all tests: in parts, each from the site that was there before it.</summary>
internal static class FurtherResults
{
    private static readonly DateTimeOffset Began = new(2026, 11, 30, 22, 52, 0, TimeSpan.Zero);

    /// <summary>What the number in an answer to a POST counts, by the collection posted to.</summary>
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["package-repositories"] = "repository", ["dhcp-snippets"] = "dhcpsnippet", ["boot-resources"] = "bootresource", ["zones"] = "zone",
        ["resourcepools"] = "pool", ["subnets"] = "subnet", ["fabrics"] = "fabric", ["vlans"] = "vlan", ["spaces"] = "space",
        ["static-routes"] = "staticroute", ["ipranges"] = "iprange", ["scripts"] = "script", ["selections"] = "bootselection",
        ["raids"] = "filesystemgroup", ["volume-groups"] = "filesystemgroup", ["bcaches"] = "filesystemgroup", ["interfaces"] = "interface",
        ["notifications"] = "notification", ["domains"] = "domain", ["dnsresources"] = "dnsresource", ["dnsresourcerecords"] = "dnsdata", ["sslkeys"] = "sslkey", ["bcache-cache-sets"] = "cacheset", ["blockdevices"] = "blockdevice", ["partitions"] = "partition",
    };

    private static readonly Lazy<IReadOnlyList<(Recording Recording, IReadOnlyList<string> Differences)>> Replayed =
        new(() => Replay("more"), LazyThreadSafetyMode.ExecutionAndPublication);

    private static readonly Lazy<IReadOnlyList<(Recording Recording, IReadOnlyList<string> Differences)>> ReplayedAsked =
        new(() => Replay("asked"), LazyThreadSafetyMode.ExecutionAndPublication);

    private static readonly Lazy<IReadOnlyList<(Recording Recording, IReadOnlyList<string> Differences)>> ReplayedAskedLater =
        new(() => Replay("asked", "3.7.3"), LazyThreadSafetyMode.ExecutionAndPublication);

    public static IReadOnlyList<(Recording Recording, IReadOnlyList<string> Differences)> All => Replayed.Value;

    /// <summary>Those of requests that were put to a real MAAS and to the simulator side by side.</summary>
    public static IReadOnlyList<(Recording Recording, IReadOnlyList<string> Differences)> Asked => ReplayedAsked.Value;

    /// <summary>The same of a later version.</summary>
    public static IReadOnlyList<(Recording Recording, IReadOnlyList<string> Differences)> AskedLater => ReplayedAskedLater.Value;

    private static List<(Recording Recording, IReadOnlyList<string> Differences)> Replay(string set, string version = "3.4.10")
    {
        var recordings = RecordedFile.ReadFurther(set, version).Select(file => new Recording(file.Number, $"{file.Number:D3}-{file.Name}", file.Parse())).ToList();
        var parts = RecordedFile.ReadSites(set, version).SelectMany(site => Begins(site).Select(begin => (Site: site, Begin: begin))).OrderBy(part => part.Begin).ToList();
        var ends = parts.Skip(1).Select(part => part.Begin).Append(int.MaxValue).ToList();
        return [.. parts.SelectMany((part, index) => Replay(
            part.Site,
            version,
            part.Begin, [.. recordings.Where(recording => recording.Number >= part.Begin && recording.Number < ends[index])]))];
    }

    /// <summary>The same site may have been there before several parts.</summary>
    private static IEnumerable<int> Begins(JsonObject site) =>
        site["before"] is JsonArray several ? several.Select(begin => begin!.GetValue<int>()) : [site["before"]!.GetValue<int>()];

    private static IReadOnlyList<(Recording Recording, IReadOnlyList<string> Differences)> Replay(JsonObject site, string version, int begin, IReadOnlyList<Recording> part)
    {
        var time = new FakeTimeProvider(site["began"]?.GetValue<DateTimeOffset>() ?? Began);
        return new ContractReplay(SnapshotSite.Create(site, version[..version.LastIndexOf('.')], time), time, new(part, []), [.. Between(version, begin, part), .. part.Select(Numbering).OfType<JsonNode>()])
        {
            SettlesPower = true,
        }.Run();
    }

    /// <summary>What is known of what happened between two recordings.</summary>
    private static IEnumerable<JsonNode> Between(string version, int begin, IReadOnlyList<Recording> part) => ContractReplay.ReadData("FurtherGaps.json").AsArray()
        .Where(gap => (gap!["version"]?.GetValue<string>() ?? "3.4.10") == version)
        .Where(gap => gap!["number"]!.GetValue<int>() is var number && number >= begin && number <= part[^1].Number).Select(gap => gap!.DeepClone());

    /// <summary>The numbers the database gave to what a recording made: how many there had been before is not known.</summary>
    private static JsonObject? Numbering(Recording recording)
    {
        if (recording is not { Method: "POST", Status: 200 or 201, Body: JsonObject body })
            return null;
        var ids = new JsonObject();
        if (body["id"] is JsonValue id && Kinds.TryGetValue(recording.Path.TrimEnd('/').Split('/')[^1], out var kind))
            ids[kind] = id.DeepClone();
        if (body["virtual_device"]?["id"] is { } device)
            ids["blockdevice"] = device.DeepClone();
        if ((body["vlans"] as JsonArray)?.FirstOrDefault()?["id"] is { } vlan)
            ids["vlan"] = vlan.DeepClone();
        if ((body["links"] as JsonArray)?.LastOrDefault()?["id"] is { } link)
            ids["link"] = link.DeepClone();
        if ((body["history"] as JsonArray)?.FirstOrDefault()?["id"] is { } text && !recording.Request.EndsWith("?op=revert", StringComparison.Ordinal))
            ids["textversion"] = text.DeepClone();
        return new() { ["number"] = recording.Number, ["ids"] = ids };
    }
}
