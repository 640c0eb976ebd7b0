using System.Globalization;
using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Nodes;

/// <summary>Interfaces have the NICs that their link asks for.</summary>
internal sealed class InterfaceMembers : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(InterfaceMembers),
        "DD1103",
        "NICs of Interfaces",
        "An interface on a link without bonding has one NIC, a warning where a bond has it too; a bond has at least one, and none twice; no NIC is "
        + "in two bonds.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) => site.Nodes.SelectMany(n => Check(site, n));

    private IEnumerable<ValidationFinding> Check(SiteFacts site, DrydockNode node)
    {
        var bonded = new HashSet<string>(StringComparer.Ordinal);
        var bonds = node.Interfaces.Where(i => site.Design.FindLink(i.NetworkLink ?? "") is { NoConfig: false, Bonding.IsEnabled: true }).ToList();
        foreach (var nic in node.Interfaces)
        {
            if (nic.Bridge is not null || nic.NetworkLink is null || site.Design.FindLink(nic.NetworkLink) is not { NoConfig: false } link)
                continue;
            if (!link.Bonding.IsEnabled && nic.Slaves.Count != 1)
                yield return WrongCount(site, node, nic, $"{Count(nic)}; on link {link.Name}, which has no bonding, it needs one");
            if (!link.Bonding.IsEnabled && bonds.Find(b => nic.Slaves.Any(b.Slaves.Contains)) is { } bond)
            {
                yield return this.Warning(
                    site.At(node, "interfaces", nic.Name, "slaves"),
                    $"The NIC of interface {nic.Name} of node {node} is in bond {bond.Name} too, which has it: {nic.Name} gets no link of its own.",
                    "Correct slaves of one of them, or take the interface out.");
            }

            if (link.Bonding.IsEnabled && nic.Slaves.Count == 0)
                yield return WrongCount(site, node, nic, $"no NIC; on link {link.Name} it is a bond");
            foreach (var slave in nic.Slaves.Where(s => link.Bonding.IsEnabled && !bonded.Add(s)))
            {
                yield return this.Error(
                    site.At(node, "interfaces", nic.Name, "slaves", slave),
                    $"NIC {slave} of node {node} is bonded twice, the second time in {nic.Name}.",
                    "A NIC can be in one bond, once.");
            }
        }
    }

    private static string Count(NodeInterface nic) => string.Create(CultureInfo.InvariantCulture, $"{nic.Slaves.Count} NICs");

    private ValidationFinding WrongCount(SiteFacts site, DrydockNode node, NodeInterface nic, string what) =>
        this.Error(site.At(node, "interfaces", nic.Name, "slaves"), $"Interface {nic.Name} of node {node} has {what}.", "Correct slaves, or the link's bonding.");
}
