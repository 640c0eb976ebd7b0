using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Engine.Observe;

/// <summary>A node and the machine that was just read for it.</summary>
/// <param name="Node">The node.</param>
/// <param name="Machine">The machine, freshly read.</param>
/// <param name="Observer">Whom the step works for.</param>
internal sealed record NodeObservation(DrydockNode Node, Machine Machine, IStepObserver Observer)
{
    /// <summary>Whether the first half of a plan has taken effect and the second is planned.</summary>
    public bool IsFollowUp { get; init; }

    /// <summary>How often the step failed for this node already and is tried again.</summary>
    public int Retries { get; init; }
}
