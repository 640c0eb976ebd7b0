using Drydock.Maas.Design;
using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning;

/// <summary>A node to take a step with.</summary>
public sealed record NodeStepInput
{
    /// <summary>The node.</summary>
    public required DrydockNode Node { get; init; }

    /// <summary>The machine an earlier step found for it; null to look for it.</summary>
    public Machine? Machine { get; init; }
}
