using System.Text.Json.Nodes;

namespace Drydock.Maas.Design.Tests.Corpus;

/// <summary>What was accepted or refused, and why, in a form both sides have.</summary>
internal static class CorpusVerdict
{
    private static readonly string[] CompileErrors = [
        "UnknownProfile", "UnknownHardwareProfile", "ProfileCycle", "UnresolvedKernelParameter"];

    private static readonly string[] YamlErrors = ["InvalidYaml", "InvalidKey", "InvalidCharacter", "InvalidMergeKey", "UnknownTag"];

    /// <summary>Drydock's: the models it parsed, the documents it refused with the number of reasons, whether it compiled.</summary>
    public static JsonObject Drydocks(JsonNode expected)
    {
        var ingest = expected["ingest"]!;
        if (ingest["error"] is not null)
            return Verdict([], [], isYaml: false, compiles: true);
        var refused = ingest["messages"]!.AsArray().Where(m => m!["error"]!.GetValue<bool>()).Select(RefusedName);
        var models = ingest["models"]!.AsArray()
            .Select(m => m!.GetValue<string>().Replace("Site/", "Region/", StringComparison.Ordinal)).ToList();
        var compiles = (expected["compile_error"] ?? expected["validation"]?["compile_error"]) is null;
        return Verdict(refused.Any() || !compiles ? [] : models, refused, isYaml: true, compiles);
    }

    /// <summary>Ours.</summary>
    public static JsonObject Ours(CorpusOutcome outcome)
    {
        if (outcome.Problems.Any(p => YamlErrors.Contains(p.ErrorId)))
            return Verdict([], [], isYaml: false, compiles: true);
        var refused = outcome.Problems.Where(p => !CompileErrors.Contains(p.ErrorId)).Select(RefusedName).ToList();
        return Verdict(
            outcome.Site is { } site ? Models(site) : [],
            refused,
            isYaml: true,
            compiles: refused.Count > 0 || outcome.Problems.Count == 0);
    }

    private static JsonObject Verdict(IEnumerable<string> models, IEnumerable<string> refused, bool isYaml, bool compiles) => new()
    {
        ["yaml"] = isYaml,
        ["compiles"] = compiles,
        ["models"] = EffectiveSite.Json(models.Order(StringComparer.Ordinal)),
        ["refused"] = EffectiveSite.Json(refused.Order(StringComparer.Ordinal)),
    };

    /// <summary>The older ingester names only the document, not its kind.</summary>
    private static string RefusedName(JsonNode? message) =>
        (message!["documents"]?.AsArray().FirstOrDefault()?["name"] ?? message["ctx"])!.GetValue<string>();

    private static string RefusedName(DesignProblem problem) =>
        problem.Document is { } document ? document[(document.IndexOf(' ') + 1)..] : problem.ErrorId;

    private static IEnumerable<string> Models(SiteDesign site) =>
    [
        .. site.Region is { } region ? [$"Region/{region.Name}"] : Array.Empty<string>(),
        .. site.Racks.Select(r => $"Rack/{r.Name}"),
        .. site.NetworkLinks.Select(l => $"NetworkLink/{l.Name}"),
        .. site.Networks.Select(n => $"Network/{n.Name}"),
        .. site.HardwareProfiles.Select(p => $"HardwareProfile/{p.Name}"),
        .. site.HostProfiles.Select(p => $"HostProfile/{p}"),
        .. site.Nodes.Select(n => $"BaremetalNode/{n.Name}"),
        .. site.BootActions.Select(a => $"BootAction/{a.Name}"),
    ];
}
