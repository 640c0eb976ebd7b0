namespace Drydock.Maas.Design.Validation.Rules;

/// <summary>Huge pages have a size and a count.</summary>
internal sealed class HugepagesValidity : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(HugepagesValidity), "DD1008", "Hugepages", "The kernel parameters hugepages and hugepagesz come together or not at all.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) => site.Nodes
        .Where(n => n.KernelParameters.Count(p => p.Key is "hugepages" or "hugepagesz") == 1)
        .Select(n => this.Error(
            site.At(n, "platform", "kernel_params"),
            $"Invalid hugepages kernel configuration of node {n}",
            "hugepages and hugepagesz must be specified together"));
}
