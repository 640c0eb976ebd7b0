using Drydock.Maas.Api;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Engine.Steps;

/// <summary>What is to be done for one thing of the site, or why it cannot be.</summary>
/// <param name="Target">The network, key, repository, tag, image or script.</param>
/// <param name="Stages">Its plans: a stage of every part comes before the next stage of any.</param>
internal sealed record SitePart(string Target, params IReadOnlyList<Plan<IMaasClient>> Stages)
{
    /// <summary>Why it cannot be done; then nothing of it is written.</summary>
    public NodeException? Error { get; init; }

    /// <summary>Why something of it cannot be done; all else of it is, and then it has failed for this reason.</summary>
    public NodeException? Shortfall { get; init; }

    /// <summary>Why it is left alone; null when it is not.</summary>
    public string? SkippedBecause { get; init; }

    /// <summary>
    /// Whether it only takes away what the design has not; that comes after everything else, and only when that went well.
    /// </summary>
    public bool IsRemoval { get; init; }

    public IReadOnlyList<PlannedChange> Changes => [.. Stages.SelectMany(s => s.Changes)];

    public IReadOnlyList<string> Messages => [.. Stages.SelectMany(s => s.Messages)];

    /// <summary>Plans one thing; what cannot be is its error.</summary>
    public static SitePart Of(string target, Action<PlanBuilder<IMaasClient>> plan)
    {
        var builder = new PlanBuilder<IMaasClient>();
        try
        {
            plan(builder);
            return new(target, builder.Build());
        }
        catch (NodeException e)
        {
            return new(target) { Error = e };
        }
    }
}
