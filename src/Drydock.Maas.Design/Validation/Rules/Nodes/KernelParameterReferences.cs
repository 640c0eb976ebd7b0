using Drydock.Maas.Design.Compile;
using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Nodes;

/// <summary>Kernel parameters that refer to the hardware profile find what they refer to; Drydock warns, and sends them as written.</summary>
internal sealed class KernelParameterReferences : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(KernelParameterReferences),
        "DD1109",
        "References of Kernel Parameters",
        "A kernel parameter that refers to a CPU set or huge pages of the hardware profile finds them there; it is sent as written otherwise.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) =>
        from node in site.Nodes
        from parameter in node.KernelParameters
        where KernelParameters.IsReference(parameter.Value)
        select this.Error(
            site.At(node, "platform", "kernel_params", parameter.Key),
            $"Kernel parameter {parameter.Key} of node {node} refers to {parameter.Value}, which hardware profile "
            + $"{node.HardwareProfile?.Name} does not define.",
            Remedy(node.HardwareProfile));

    private static string Remedy(HardwareProfile? profile)
    {
        var known = (profile?.CpuSets.Keys ?? []).Select(n => $"cpuset.{n}")
            .Concat((profile?.Hugepages.Keys ?? []).SelectMany(n => new[] { $"hugepages.{n}.size", $"hugepages.{n}.count" })).ToList();
        return known.Count == 0
            ? "Add cpu_sets or hugepages to the hardware profile, or write the value itself."
            : $"There are {string.Join(", ", known)}; refer to one of them, or write the value itself.";
    }
}
