using Drydock.Maas.Planning;
using Drydock.Maas.Tasks;

namespace Drydock.Maas.Provisioning.Tasks;

/// <summary>A line of a journal: a task begins, a machine is about to be destroyed, a step has ended, a task has ended.</summary>
internal sealed record JournalRecord
{
    public const string BeginKind = "task";
    public const string AimKind = "aim";
    public const string StepKind = "step";
    public const string EndKind = "end";
    public const string StopKind = "stopped";

    /// <summary>
    /// The version of what a task writes. It grows when an older release would misread a line, not when a member is added; every version
    /// there was is still read. Version 0 did not say its version; up to 1 changes had texts for action, kind and property.
    /// </summary>
    public const int CurrentVersion = 2;

    public required string Kind { get; init; }

    /// <summary>The version of this line and of the others of its task; on the first one only.</summary>
    public int? Version { get; init; }

    public required Guid Task { get; init; }

    public DateTimeOffset At { get; init; }

    public TaskSettings? Settings { get; init; }

    public TaskDesign? Design { get; init; }

    /// <summary>The MAAS it is for; null in journals that did not record it.</summary>
    public TaskServer? Server { get; init; }

    /// <summary>The machines that the task this one goes on with was to destroy, by node.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Machines { get; init; }

    public string? Step { get; init; }

    public string? Target { get; init; }

    /// <summary>Whether the target is a node.</summary>
    public bool? IsNode { get; init; }

    /// <summary>The node's machine; null in journals that did not record it, and where there was none.</summary>
    public string? SystemId { get; init; }

    public StepStatus? Status { get; init; }

    /// <summary>Whether the person said no; null when not.</summary>
    public bool? IsDeclined { get; init; }

    public double? Seconds { get; init; }

    public IReadOnlyList<PlannedChange>? Changes { get; init; }

    /// <summary>What differed and could not be mended; null for none.</summary>
    public IReadOnlyList<PlannedChange>? Drift { get; init; }

    public IReadOnlyList<string>? Messages { get; init; }

    public string? ErrorId { get; init; }

    public string? Error { get; init; }

    public DrydockTaskVerdict? Verdict { get; init; }

    public bool? MeetsCriteria { get; init; }
}
