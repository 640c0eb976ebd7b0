using Drydock.Maas.Design.Validation.Facts;
using Drydock.Maas.Design.Validation.Rules.Drydock;

namespace Drydock.Maas.Design.Tests.Validation;

/// <summary>Every difference between our findings and Drydock's that is meant. Codes of our own series are not compared.</summary>
internal static class KnownDifferences
{
    public static IReadOnlyList<KnownDifference> All { get; } =
    [
        new("V1", "Root may be a percentage, a minimum or a logical volume; Drydock takes none of them for a size or for a root.")
        {
            OnlyTheirs = (theirs, site) => theirs.Code == "DD1001" && Node(theirs, site) is { } node
                && NodeVolume.FindRoot(node) is { } root
                && StorageSize.Parse(root.Size) is { Bytes: null or >= 20_000_000_000 },
        },
        new("V1", "The boot partition is looked at wherever it stands, and what is mounted at / and /boot counts, not the name.")
        {
            OnlyOurs = (ours, _) =>
                ours.RuleId == nameof(BootStorageRational) && !ours.Message.Contains("has to be set", StringComparison.Ordinal),
        },
        new("V2, V4, V5, V7, V8", "Drydock's rule throws, and no rule behind it runs; ours report and go on.")
        {
            OnlyOurs = (_, verdict) => verdict.IsAborted,
        },
        new("V3", "The MTU of every network is compared with its link's, not the native one's alone.")
        {
            OnlyOurs = (ours, _) => ours.RuleId == nameof(MtuRational),
        },
        new("V5", "Options of a disabled bond and of balance-rr are seen.")
        {
            OnlyOurs = (ours, _) => ours.RuleId == nameof(RationalNetworkBond),
        },
        new("V6", "Volume groups are looked at node by node, and may be on partitions.")
        {
            OnlyTheirs = (theirs, site) => theirs.Code == "DD2002" && theirs.Text.Contains("not assigned any", StringComparison.Ordinal)
                && Node(theirs, site) is { } node && node.StorageDevices.Any(d => d.Partitions.Any(p => p.VolumeGroup is not null)),
            OnlyOurs = (ours, _) => ours.RuleId == nameof(StoragePartitioning),
        },
        new("V7", "Percentages are added up group by group and told once; Drydock adds up all groups, and repeats it for every disk.")
        {
            OnlyTheirs = (theirs, _) => theirs.Code == "DD2003" && theirs.Text.Contains("Cumulative", StringComparison.Ordinal),
        },
        new("V9", "That no network is defined at all is told once, with the names; Drydock says it of every address.")
        {
            OnlyTheirs = (theirs, site) => site.Networks.Count == 0 && theirs.Code == "DD2002"
                && theirs.Text.Contains("is not a valid network", StringComparison.Ordinal),
        },
        new("V9", "That no network is defined is told as what it is, where something refers to one; Drydock says it in two rules besides.")
        {
            OnlyTheirs = (theirs, site) => site.Networks.Count == 0 && site.NetworkLinks.Count + site.Nodes.Count > 0
                && theirs is { Code: "DD2006" or "DD2002", Severity: "Warning" }
                && theirs.Text.Contains("No networks found", StringComparison.Ordinal),
        },
        new("section 11, rule 12", "Every repeated mount point is told; Drydock stops at the first of the whole design, and takes the mount point none of swap for one.")
        {
            OnlyOurs = (ours, _) => ours.RuleId == nameof(StorageMountpoints),
            OnlyTheirs = (theirs, _) => theirs.Text.StartsWith("Mountpoint \"none\"", StringComparison.Ordinal),
        },
    ];

    private static DrydockNode? Node(CorpusFinding theirs, SiteDesign site) =>
        theirs.Documents is [var document]
            ? site.FindNode(document.Split(' ')[^1])
            : site.Nodes.FirstOrDefault(n => theirs.Text.Contains(n.Name, StringComparison.Ordinal));
}
