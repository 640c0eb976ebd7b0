using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Drydock;

/// <summary>Libvirt nodes have what MAAS needs to find and switch them.</summary>
internal sealed class LibvirtValidity : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(LibvirtValidity),
        "DD4002",
        "Valid Libvirt Configuration",
        "A node managed by libvirt has a qemu+ssh URI and a boot MAC address.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) => site.Nodes.Where(n => n.Oob.Type == "libvirt").SelectMany(n => Check(site, n));

    private IEnumerable<ValidationFinding> Check(SiteFacts site, DrydockNode node)
    {
        if (string.IsNullOrEmpty(node.Oob.LibvirtUri))
        {
            yield return this.Error(
                site.At(node, "oob"),
                $"OOB parameter libvirt_uri missing for node {node}.",
                "Provide libvirt URI to node hypervisor.");
        }
        else if (!node.Oob.LibvirtUri.StartsWith("qemu+ssh", StringComparison.Ordinal))
        {
            yield return this.Error(
                site.At(node, "oob", "libvirt_uri"),
                $"OOB parameter libvirt_uri has invalid scheme.",
                "Only scheme 'qemu+ssh' is supported.");
        }

        if (string.IsNullOrEmpty(node.BootMac))
        {
            yield return this.Error(
                site.At(node, "metadata"),
                $"libvirt-based node requries defined boot MAC address.",
                "Specify the node's PXE MAC address in metadata.boot_mac");
        }
    }
}
