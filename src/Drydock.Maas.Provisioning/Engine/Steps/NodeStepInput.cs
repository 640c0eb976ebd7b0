using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Engine.Steps;

/// <summary>A node to take a step with.</summary>
public sealed record NodeStepInput
{
    /// <summary>The node.</summary>
    public required DrydockNode Node { get; init; }

    /// <summary>The machine an earlier step found for it; null to look for it.</summary>
    public Machine? Machine { get; init; }

    /// <summary>When the machine was read; null to read it again in any case.</summary>
    internal MachineReading? Reading { get; init; }

    /// <summary>
    /// System ids of the machines that the step may be taken with; null for any. What a task has destroyed before it was interrupted is not
    /// destroyed again when the node has another machine since.
    /// </summary>
    public IReadOnlyList<string>? OnlyMachines { get; init; }

    /// <summary>What goes on with the machine of another step's result, which need not be read again within a few seconds.</summary>
    /// <param name="result">The result of a node.</param>
    public static NodeStepInput After(DrydockStepResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new() { Node = result.Node!, Machine = result.Machine, Reading = result.Reading };
    }

    /// <summary>Whether the machine was read so recently that it need not be looked for again.</summary>
    internal bool IsRecent(TimeProvider time, long now, MachineParts uses = MachineParts.All) =>
        Machine is not null && Reading?.IsRecent(uses, time, now) == true;
}
