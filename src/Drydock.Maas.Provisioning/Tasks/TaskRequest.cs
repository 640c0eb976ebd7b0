using Drydock.Maas.Design;
using Drydock.Maas.Provisioning.Engine.Wait;

namespace Drydock.Maas.Provisioning.Tasks;

/// <summary>A whole task to be run.</summary>
public sealed record TaskRequest
{
    /// <summary>What was asked for.</summary>
    public required TaskSettings Settings { get; init; }

    /// <summary>The site.</summary>
    public required SiteDesign Site { get; init; }

    /// <summary>The nodes selected, in design order.</summary>
    public required IReadOnlyList<DrydockNode> Nodes { get; init; }

    /// <summary>Why a node must not be worked on, by the design alone; null when it may. Such nodes fail, the others go on.</summary>
    public Func<DrydockNode, MaasException?> Refusal { get; init; } = _ => null;

    /// <summary>In which order they are rolled out; null for all at once, all of which have to succeed.</summary>
    public DeploymentStrategy? Strategy { get; init; }

    /// <summary>Which design it is, for the journal.</summary>
    public TaskDesign Design { get; init; } = new();

    /// <summary>
    /// System ids of the machines that a task which is gone on with was to destroy, by node; a node that is not named has none destroyed yet.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Machines { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Polling and clock; the time limits are the settings'.</summary>
    public StepTiming Timing { get; init; } = new();

    /// <summary>Renders boot actions; a site without any needs none.</summary>
    public IBootActionRenderer? BootActionRenderer { get; init; }

    /// <summary>Names of the design's boot actions that nodes are deployed without.</summary>
    public IReadOnlyCollection<string> SkipBootActions { get; init; } = [];

    /// <summary>Destroy machines of other users, too. It is no setting: who goes on with a task says it again.</summary>
    public bool AllowOtherOwner { get; init; }

    /// <summary>Remove a machine whose release or erasure failed. It is no setting, as AllowOtherOwner is none.</summary>
    public bool IgnoreFailedRelease { get; init; }

    /// <summary>The file to record finished steps in; null for none.</summary>
    public string? JournalPath { get; init; }
}
