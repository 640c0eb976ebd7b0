using Drydock.Maas.Design;

namespace Drydock.Maas.Provisioning.Tasks;

/// <summary>
/// The groups of a strategy: those that may begin, and what becomes of the others. Does nothing by itself: told how nodes ended, it answers which
/// begin. Groups that wait for none begin side by side; one that depends on others begins when they have succeeded, and never after a
/// critical one has failed.
/// </summary>
internal sealed class DeploymentGroupBoard
{
    private readonly Dictionary<string, DeploymentGroupProgress> _byName;
    private readonly Dictionary<string, DeploymentGroupProgress> _turns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _ended = new(StringComparer.Ordinal);
    private DeploymentGroupProgress? _stoppedBy;

    /// <summary>Puts nodes and groups together.</summary>
    /// <param name="strategy">The strategy, without cycles and unknown groups.</param>
    /// <param name="all">The nodes of the site.</param>
    /// <param name="selected">Those of them the task is about.</param>
    public DeploymentGroupBoard(DeploymentStrategy strategy, IReadOnlyList<DrydockNode> all, IReadOnlyList<DrydockNode> selected)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var chosen = selected.Select(n => n.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var group in InTurn(strategy.Groups))
        {
            var whole = all.Where(group.Selects).ToList();
            var members = whole.Where(n => chosen.Contains(n.Name)).ToList();
            var progress = new DeploymentGroupProgress(group, members, [.. members.Where(n => taken.Add(n.Name))], members.Count < whole.Count);
            foreach (var node in progress.Own)
                _turns[node.Name] = progress;
            Groups.Add(progress);
        }

        _byName = Groups.ToDictionary(w => w.Group.Name, StringComparer.Ordinal);
    }

    /// <summary>The groups in the order of their turns.</summary>
    public List<DeploymentGroupProgress> Groups { get; } = [];

    /// <summary>Whether nothing critical failed or was left out.</summary>
    public bool MeetsCriteria => !Groups.Exists(w => w.Group.IsCritical && w.HasFailed);

    /// <summary>The nodes that may begin at once.</summary>
    public IReadOnlyList<DrydockNode> Begin() => Advance();

    /// <summary>Notes how a node ended; the answer are the nodes that may begin now.</summary>
    public IReadOnlyList<DrydockNode> End(string node, bool succeeded)
    {
        _ended[node] = succeeded;
        return Advance();
    }

    /// <summary>The group a node's turn comes with; null when no group selects it.</summary>
    public DeploymentGroupProgress? FindGroup(string node) => _turns.GetValueOrDefault(node);

    /// <summary>How many nodes of a group have succeeded.</summary>
    public int CountSucceeded(DeploymentGroupProgress progress) => progress.Members.Count(n => _ended.GetValueOrDefault(n.Name));

    /// <summary>How many nodes of a group have ended.</summary>
    public int CountEnded(DeploymentGroupProgress progress) => progress.Members.Count(n => _ended.ContainsKey(n.Name));

    private List<DrydockNode> Advance()
    {
        var begun = new List<DrydockNode>();
        bool moved;
        do
        {
            moved = Groups.Where(w => w.State == DeploymentGroupState.Running && w.Members.All(IsSettled)).Select(Judge).ToList().Count > 0;
            foreach (var progress in Groups.Where(w => w.State == DeploymentGroupState.Waiting))
                moved |= TryBegin(progress, begun);
        }
        while (moved);
        return begun;
    }

    private DeploymentGroupProgress Judge(DeploymentGroupProgress progress)
    {
        progress.Reasons = SuccessJudge.FindUnmet(progress.Group.Criteria, progress.Members.Count, CountSucceeded(progress), progress.IsPart);
        progress.State = progress.Reasons.Count == 0 ? DeploymentGroupState.Succeeded : DeploymentGroupState.Failed;
        if (progress.State == DeploymentGroupState.Failed && progress.Group.IsCritical)
            _stoppedBy ??= progress;
        return progress;
    }

    private bool TryBegin(DeploymentGroupProgress progress, List<DrydockNode> begun)
    {
        var needed = progress.Group.DependsOn.Select(name => _byName[name]).ToList();
        if (_stoppedBy is not null)
            Refuse(progress, $"The critical group {_stoppedBy.Group.Name} failed; the roll-out goes no further.");
        else if (needed.Find(w => w.HasFailed) is { } failed)
            Refuse(
                progress, $"It depends on group {failed.Group.Name}, which {(failed.State == DeploymentGroupState.Failed ? "failed" : "was not begun")}.");
        else if (needed.TrueForAll(w => w.State == DeploymentGroupState.Succeeded))
            progress.State = DeploymentGroupState.Running;
        if (progress.State == DeploymentGroupState.Running)
            begun.AddRange(progress.Own);
        return progress.State != DeploymentGroupState.Waiting;
    }

    private static void Refuse(DeploymentGroupProgress progress, string reason)
    {
        progress.State = DeploymentGroupState.NotBegun;
        progress.Reasons = [reason];
    }

    private bool IsSettled(DrydockNode node) => _ended.ContainsKey(node.Name) || _turns[node.Name].State == DeploymentGroupState.NotBegun;

    /// <summary>In the document's order as far as dependencies let them be.</summary>
    private static List<DeploymentGroup> InTurn(IReadOnlyList<DeploymentGroup> groups)
    {
        var open = groups.ToList();
        var ordered = new List<DeploymentGroup>();
        while (open.Count > 0)
        {
            var next = open.Find(g => g.DependsOn.All(d => ordered.Exists(o => o.Name == d)))
                ?? throw new ArgumentException("Groups wait for each other.", nameof(groups));
            ordered.Add(next);
            open.Remove(next);
        }

        return ordered;
    }
}
