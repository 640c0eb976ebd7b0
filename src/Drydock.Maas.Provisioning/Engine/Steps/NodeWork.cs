using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Engine.Steps;

/// <summary>The course of a step for one node.</summary>
internal sealed class NodeWork(NodeStepInput input, TimeProvider time)
{
    private readonly List<string> _messages = [];
    private readonly DateTimeOffset _startedAt = time.GetUtcNow();
    private readonly long _start = time.GetTimestamp();
    private Exception? _error;
    private string? _statusRead;

    public DrydockNode Node => input.Node;

    public Machine? Known => input.Machine;

    /// <summary>Whether the step may be taken with a machine.</summary>
    public bool MayTake(Machine machine) => input.OnlyMachines is not { } only || only.Contains(machine.SystemId);

    /// <summary>When the known machine was read, where that was just now and nothing was written since of what is used; else null.</summary>
    public MachineReading? FindRecentReading(MachineParts uses) => input.IsRecent(time, _start, uses) ? input.Reading : null;

    /// <summary>When the machine was read, and what of it is written; null as long as none was.</summary>
    public MachineReading? Reading { get; private set; }

    public Machine? Machine { get; set; }

    /// <summary>A change that MAAS refused once, how, and what it was planned by.</summary>
    public (ChangeKey Change, MaasApiException Error, string? Basis)? Refused { get; set; }

    public UnansweredChanges Unanswered { get; } = new();

    public StepStatus Status { get; set; }

    public Approval Approval { get; } = new();

    public List<PlannedChange> Changes { get; } = [];

    public IReadOnlyList<BuildData> BuildData { get; set; } = [];

    /// <summary>Adds what was not said before: a plan made twice says the same.</summary>
    public void AddMessages(IEnumerable<string> messages) => _messages.AddRange(messages.Where(m => !_messages.Contains(m)).ToList());

    /// <summary>What the last plan found to differ and not to be mendable now.</summary>
    public IReadOnlyList<PlannedChange> Drift { get; set; } = [];

    /// <summary>Whether the person said no.</summary>
    public bool IsDeclined { get; private set; }

    /// <summary>Notes that a machine was read.</summary>
    public void NoteReading(MachineReading reading, Machine machine)
    {
        Reading = reading;
        _statusRead = machine.StatusName;
    }

    /// <summary>Notes what the changes made were about; a machine that is in another status than it was has more that is new.</summary>
    public void NoteWrites(MachineParts parts)
    {
        if (Changes.Count > 0 && Reading is { } reading)
            Reading = reading with { Outdated = reading.Outdated | (Machine?.StatusName == _statusRead ? parts : MachineParts.All) };
    }

    public void End()
    {
        Status = Drift.Count > 0 ? StepStatus.Drifted : Changes.Count > 0 ? StepStatus.Changed : StepStatus.Unchanged;
        _error = Drift.Count > 0 ? Drifted() : null;
    }

    public void Decline(string reason = "Not approved.")
    {
        Status = StepStatus.Skipped;
        IsDeclined = true;
        AddMessages([reason]);
    }

    public void Fail(Exception error)
    {
        Status = StepStatus.Failed;
        _error = error;
    }

    /// <summary>What has become of it.</summary>
    /// <param name="step">The step's name.</param>
    /// <param name="session">The connection it was taken over.</param>
    public DrydockStepResult ToResult(string step, MaasSession session) => new()
    {
        Target = Node.Name,
        Node = Node,
        Design = Node.Site,
        Session = session,
        Machine = Machine ?? Known,
        Step = step,
        Status = Status,
        Changes = [.. Changes.Select(c => c with { Target = Node.Name })],
        Drift = Status == StepStatus.Drifted ? [.. Drift.Select(c => c with { Target = Node.Name })] : [],
        IsDeclined = IsDeclined,
        Messages = [.. _messages],
        BuildData = BuildData,
        StartedAt = _startedAt,
        Duration = time.GetElapsedTime(_start),
        Error = _error,
        Reading = Status is StepStatus.Failed or StepStatus.Skipped ? null : Reading,
    };

    private NodeException Drifted()
    {
        var more = Drift.Count > 1 ? $" and {Drift.Count - 1} more" : "";
        return new(
            ErrorIds.NodeDrifted,
            $"Node {Node.Name} is not as designed, and that cannot be mended now: {Drift[0]}{more}; {Drift[0].Blocker}. Compare-DrydockDesign shows all.");
    }
}
