using Drydock.Maas.Design;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Steps;

namespace Drydock.Maas.Provisioning.Tasks;

/// <summary>Takes a step with the site; one result per network, key, or whatever it is about.</summary>
internal delegate Task<IReadOnlyList<DrydockStepResult>> SiteWorker(SiteDesign site, CancellationToken token);

/// <summary>A step of a task, of the site or of each node.</summary>
/// <param name="Name">Its name.</param>
/// <param name="DrydockName">Drydock's name for it.</param>
/// <param name="Timeout">The name of its time limit.</param>
internal sealed record TaskStep(string Name, string DrydockName, string Timeout)
{
    /// <summary>Whether the step is taken only when somebody names it.</summary>
    public bool IsOnRequest { get; init; }

    /// <summary>Whether it destroys machines: which, is recorded before it is done.</summary>
    public bool Destroys { get; init; }

    /// <summary>Makes what takes the step with the site; null for steps of nodes.</summary>
    public Func<TaskEnvironment, SiteWorker>? ForSite { get; init; }

    /// <summary>Makes what takes the step with nodes, one for all of them; null for steps of the site.</summary>
    public Func<TaskEnvironment, INodeWorker>? ForNodes { get; init; }

    /// <summary>Whether it is looked at before the first step of any node what would fail this one.</summary>
    public bool IsCheckedAhead { get; init; }

    public bool IsCalled(string name) =>
        string.Equals(name, Name, StringComparison.OrdinalIgnoreCase)
            || string.Equals(name, DrydockName, StringComparison.OrdinalIgnoreCase);
}
