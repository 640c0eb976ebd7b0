using Drydock.Maas.Design.Documents.Schema;
using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Nodes;

/// <summary>Names of NICs and disks are aliases of the hardware profile, or look like names Linux gives.</summary>
internal sealed class UnknownDevice : IValidationRule
{
    private const string Diagnostic = "Define the alias in device_aliases, or correct the name.";

    public ValidationRuleInfo Info { get; } = new(
        nameof(UnknownDevice),
        "DD1102",
        "Unknown Devices",
        "Slaves of interfaces and physical devices of storage are aliases of the node's hardware profile, or names as Linux gives them "
        + "(eno1, eth0, sda, nvme0n1).");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) => site.Nodes.SelectMany(n => CheckNics(site, n).Concat(CheckDisks(site, n)));

    // Drydock passes over interfaces without a link, and so do we; their NICs are nobody's loss.
    private IEnumerable<ValidationFinding> CheckNics(SiteFacts site, DrydockNode node)
    {
        var nics = node.Interfaces.SelectMany(i => node.GetNics(i).Select(name => (Interface: i, Name: name)));
        foreach (var (owner, name) in nics.Where(n => !IsKnown(node, n.Name) && !LinuxDeviceName.IsNic(n.Name)))
        {
            var place = site.At(node, "interfaces", owner.Name, "slaves", name);
            var others = Profile(node);
            yield return node.GetLinkName(owner) is null
                ? this.Warning(
                    place,
                    $"The NIC {name} of node {node} is {Neither(node)}. Interface {owner.Name} has no device_link, so it is passed over.",
                    Diagnostic,
                    others)
                : this.Error(place, $"The NIC {name} of node {node} is {Neither(node)}.", Meant(node, name), others) with
                {
                    Subject = (node.HardwareProfile?.Name, name),
                };
        }
    }

    private IEnumerable<ValidationFinding> CheckDisks(SiteFacts site, DrydockNode node) =>
        node.DiskNames.Where(d => !IsKnown(node, d) && !LinuxDeviceName.IsDisk(d)).Select(d => this.Error(
            site.At(node, "storage", "physical_devices", d), $"The disk {d} of node {node} is {Neither(node)}.", Meant(node, d), Profile(node)) with
            {
                Subject = (node.HardwareProfile?.Name, d),
            });

    private static string Meant(DrydockNode node, string name) =>
        node.HardwareProfile?.DeviceAliases.FirstOrDefault(a => Spelling.IsSimilar(a.Alias, name)) is { } meant
            ? $"Define the alias in device_aliases, or correct the name: is {meant.Alias} meant?" : Diagnostic;

    private static string Neither(DrydockNode node) =>
        $"neither an alias of hardware profile {node.HardwareProfile?.Name} nor the name of a device";

    private static ValidationDocument[] Profile(DrydockNode node) => node.HardwareProfile is { } profile ? [profile.Reference()] : [];

    private static bool IsKnown(DrydockNode node, string name) => node.HardwareProfile?.FindAlias(name) is not null;
}
