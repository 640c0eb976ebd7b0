using Drydock.Maas.Tasks;

namespace Drydock.Maas.Provisioning.Tasks;

/// <summary>A task as a journal tells of it.</summary>
/// <param name="Settings">What was asked for.</param>
/// <param name="Design">Which design it was.</param>
/// <param name="Server">Which MAAS it was for; null in journals that did not record it.</param>
/// <param name="Result">How far it came.</param>
public sealed record JournalTask(TaskSettings Settings, TaskDesign Design, TaskServer? Server, DrydockTaskResult Result)
{
    /// <summary>
    /// System ids of the machines that the task was to destroy, by node; none for a node whose destruction has ended without one, or whose
    /// machine an older journal does not name.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Machines { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
}
