using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Nodes;

/// <summary>Nodes have profiles that are there. The reader refuses them already; designs may be made without it.</summary>
internal sealed class UnknownProfile : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(UnknownProfile),
        "DD1101",
        "Unknown Profiles",
        "The host profile and the hardware profile of every node are defined; Import-DrydockDesign refuses a site where they are not.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site)
    {
        var known = site.Design.HostProfiles.ToHashSet(StringComparer.Ordinal);
        foreach (var node in site.Nodes)
        {
            if (!string.IsNullOrEmpty(node.HostProfile) && !known.Contains(node.HostProfile))
            {
                yield return this.Error(
                    site.At(node, "host_profile"),
                    $"Node {node} inherits from host profile {node.HostProfile}, which no document defines.",
                    "Define the profile, or correct host_profile.");
            }

            if (node.HardwareProfile is null)
            {
                yield return this.Error(
                    site.At(node),
                    $"Node {node} has no hardware profile.",
                    "Name one as hardware_profile of the node, or of a host profile that it inherits from.");
            }
        }
    }
}
