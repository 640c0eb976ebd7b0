using Drydock.Maas.Design;
using Drydock.Maas.Models;

namespace Drydock.Maas.Planning;

/// <summary>
/// The result of a step for one node or, of the site's steps, one network, key, repository, tag, image or script. Pipe it into the next.
/// </summary>
public sealed class DrydockStepResult
{
    private Machine? _machine;

    // Not public: PowerShell would make one of any object with the right properties.
    internal DrydockStepResult()
    {
    }

    /// <summary>The name of the node, or of what else the step is about.</summary>
    public required string Target { get; init; }

    /// <summary>The node; null for results of the site's steps.</summary>
    public DrydockNode? Node { get; init; }

    /// <summary>The machine as last seen by the step; null when none was found.</summary>
    public Machine? Machine
    {
        get => _machine;
        init => (_machine, SystemId) = (value, value?.SystemId);
    }

    /// <summary>The machine's id, also where the machine itself is no longer held.</summary>
    internal string? SystemId { get; private init; }

    /// <summary>The design it was done for; null for results from a journal.</summary>
    internal SiteDesign? Design { get; set; }

    /// <summary>
    /// The step: SiteNetwork, SiteSshKey, SiteRepository, SiteTag, SiteBootMedia, SiteHardwareConfig, Identity, Commission, Network,
    /// Storage, Platform, Deploy, Release, Remove and so on.
    /// </summary>
    public required string Step { get; init; }

    /// <summary>How it ended.</summary>
    public required StepStatus Status { get; init; }

    /// <summary>The changes made or, with -WhatIf, to be made, in order.</summary>
    public IReadOnlyList<PlannedChange> Changes { get; init => field = TextList<PlannedChange>.From(value); } = TextList<PlannedChange>.Empty;

    /// <summary>What differs from the design and cannot be mended now, each with its Blocker; empty unless Status is Drifted.</summary>
    public IReadOnlyList<PlannedChange> Drift { get; init => field = TextList<PlannedChange>.From(value); } = TextList<PlannedChange>.Empty;

    /// <summary>Whether it was skipped because the person said no.</summary>
    public bool IsDeclined { get; init; }

    /// <summary>What is worth knowing.</summary>
    public IReadOnlyList<string> Messages { get; init => field = TextList<string>.From(value); } = TextList<string>.Empty;

    /// <summary>What the machine told about itself in this step: lshw, lldp and script output, where the step collects it.</summary>
    public IReadOnlyList<BuildData> BuildData { get; init => field = TextList<BuildData>.From(value); } = TextList<BuildData>.Empty;

    /// <summary>When the step began for this node.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Why it failed, or what has drifted; null unless Status is Failed or Drifted.</summary>
    public Exception? Error { get; init; }

    /// <summary>The address of the MAAS it was done on; null where none was asked.</summary>
    public Uri? MaasUrl => Session?.Url;

    /// <summary>The connection it was done over: the next step of the node is done there.</summary>
    internal MaasSession? Session { get; set; }

    /// <summary>When its machine was read; null where that does not matter, as the machine has to be read again.</summary>
    internal MachineReading? Reading { get; set; }

    /// <summary>The plans of the node's line of steps up to this one, where they are only planned: all of them are kept by Export-DrydockPlan.</summary>
    internal IReadOnlyList<DrydockStepResult> Line { get; set; } = [];

    /// <summary>The same without the machine: of many results of one node only the last need hold it.</summary>
    public DrydockStepResult WithoutMachine()
    {
        var copy = (DrydockStepResult)MemberwiseClone();
        copy._machine = null;
        return copy;
    }

    /// <summary>Target, step and status.</summary>
    public override string ToString() => $"{Target}: {Step} {Status}";
}
