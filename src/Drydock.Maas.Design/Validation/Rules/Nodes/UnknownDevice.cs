using System.Text.RegularExpressions;

namespace Drydock.Maas.Design.Validation.Rules;

/// <summary>Names of NICs and disks are aliases of the hardware profile, or look like names Linux gives.</summary>
internal sealed partial class UnknownDevice : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(UnknownDevice),
        "DD1102",
        "Unknown Devices",
        "Slaves of interfaces and physical devices of storage are aliases of the node's hardware profile, or names as Linux gives them "
        + "(eno1, eth0, sda, nvme0n1).");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) => site.Nodes.SelectMany(Check);

    private IEnumerable<ValidationFinding> Check(DrydockNode node)
    {
        var nics = node.NicNames.Where(s => !IsKnown(node, s) && !NicName().IsMatch(s))
            .Select(s => (Name: s, Kind: "NIC"));
        var disks = node.DiskNames.Where(d => !IsKnown(node, d) && !DiskName().IsMatch(d))
            .Select(d => (Name: d, Kind: "disk"));
        return nics.Concat(disks).Select(d => this.Error(
            $"The {d.Kind} {d.Name} of node {node.Name} is neither an alias of hardware profile {node.HardwareProfile?.Name} nor the "
            + "name of a device.",
            "Define the alias in device_aliases, or correct the name.",
            Documents(node)));
    }

    private static bool IsKnown(DrydockNode node, string name) => node.HardwareProfile?.FindAlias(name) is not null;

    private static ValidationDocument[] Documents(DrydockNode node) =>
        node.HardwareProfile is null ? [node.Reference()] : [node.Reference(), node.HardwareProfile.Reference()];

    [GeneratedRegex(@"\A(en|eth|em|ib|net|lan|usb|wl|p\d)[a-zA-Z0-9]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex NicName();

    [GeneratedRegex(@"\A([shv]d[a-z]+|xvd[a-z]+|nvme\d+n\d+|mmcblk\d+|md\d+|pmem\d+|dm-\d+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex DiskName();
}
