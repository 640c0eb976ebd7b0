using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using Drydock.Maas.Tasks;

namespace Drydock.Maas.Commands.Tasks;

/// <summary>The last tasks of each runspace. Used on the pipeline thread only.</summary>
internal static class TaskStore
{
    private const int Kept = 20;
    private static readonly ConditionalWeakTable<Runspace, List<DrydockTaskResult>> Tasks = [];

    /// <summary>The tasks of this runspace, oldest first.</summary>
    public static IReadOnlyList<DrydockTaskResult> All =>
        Runspace.DefaultRunspace is { } runspace && Tasks.TryGetValue(runspace, out var tasks) ? tasks : [];

    public static void Add(DrydockTaskResult task)
    {
        if (Runspace.DefaultRunspace is not { } runspace)
            return;
        var tasks = Tasks.GetOrCreateValue(runspace);
        tasks.Add(task);
        if (tasks.Count > Kept)
            tasks.RemoveAt(0);
    }
}
