using Drydock.Maas.Design;

namespace Drydock.Maas.Provisioning.Tasks;

/// <summary>
/// Which groups of a strategy may begin and what becomes of the others. Does nothing by itself: told how nodes ended, it answers which
/// begin. Groups that wait for none begin side by side; one that depends on others begins when they have succeeded, and never after a
/// critical one has failed.
/// </summary>
internal sealed class WaveBoard
{
    private readonly Dictionary<string, Wave> _byName;
    private readonly Dictionary<string, Wave> _turns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _ended = new(StringComparer.Ordinal);
    private Wave? _stoppedBy;

    /// <summary>Puts nodes and groups together.</summary>
    /// <param name="strategy">The strategy, without cycles and unknown groups.</param>
    /// <param name="all">The nodes of the site.</param>
    /// <param name="selected">Those of them the task is about.</param>
    public WaveBoard(DeploymentStrategy strategy, IReadOnlyList<DrydockNode> all, IReadOnlyList<DrydockNode> selected)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var chosen = selected.Select(n => n.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var group in InTurn(strategy.Groups))
        {
            var whole = all.Where(group.Selects).ToList();
            var members = whole.Where(n => chosen.Contains(n.Name)).ToList();
            var wave = new Wave(group, members, [.. members.Where(n => taken.Add(n.Name))], members.Count < whole.Count);
            foreach (var node in wave.Own)
                _turns[node.Name] = wave;
            Waves.Add(wave);
        }

        _byName = Waves.ToDictionary(w => w.Group.Name, StringComparer.Ordinal);
    }

    /// <summary>Waves in the order of their turns.</summary>
    public List<Wave> Waves { get; } = [];

    /// <summary>Whether nothing critical failed or was left out.</summary>
    public bool MeetsCriteria => !Waves.Exists(w => w.Group.IsCritical && w.HasFailed);

    /// <summary>The nodes that may begin at once.</summary>
    public IReadOnlyList<DrydockNode> Begin() => Advance();

    /// <summary>Notes how a node ended; the answer are the nodes that may begin now.</summary>
    public IReadOnlyList<DrydockNode> End(string node, bool succeeded)
    {
        _ended[node] = succeeded;
        return Advance();
    }

    /// <summary>The wave a node's turn comes with; null when no group selects it.</summary>
    public Wave? WaveOf(string node) => _turns.GetValueOrDefault(node);

    /// <summary>How many nodes of a wave have succeeded.</summary>
    public int CountSucceeded(Wave wave) => wave.Members.Count(n => _ended.GetValueOrDefault(n.Name));

    /// <summary>How many nodes of a wave have ended.</summary>
    public int CountEnded(Wave wave) => wave.Members.Count(n => _ended.ContainsKey(n.Name));

    private List<DrydockNode> Advance()
    {
        var begun = new List<DrydockNode>();
        bool moved;
        do
        {
            moved = Waves.Where(w => w.State == WaveState.Running && w.Members.All(IsSettled)).Select(Judge).ToList().Count > 0;
            foreach (var wave in Waves.Where(w => w.State == WaveState.Waiting))
                moved |= TryBegin(wave, begun);
        }
        while (moved);
        return begun;
    }

    private Wave Judge(Wave wave)
    {
        wave.Reasons = SuccessJudge.FindUnmet(wave.Group.Criteria, wave.Members.Count, CountSucceeded(wave), wave.IsPart);
        wave.State = wave.Reasons.Count == 0 ? WaveState.Succeeded : WaveState.Failed;
        if (wave.State == WaveState.Failed && wave.Group.IsCritical)
            _stoppedBy ??= wave;
        return wave;
    }

    private bool TryBegin(Wave wave, List<DrydockNode> begun)
    {
        var needed = wave.Group.DependsOn.Select(name => _byName[name]).ToList();
        if (_stoppedBy is not null)
            Refuse(wave, $"The critical group {_stoppedBy.Group.Name} failed; the roll-out goes no further.");
        else if (needed.Find(w => w.HasFailed) is { } failed)
            Refuse(
                wave, $"It depends on group {failed.Group.Name}, which {(failed.State == WaveState.Failed ? "failed" : "was not begun")}.");
        else if (needed.TrueForAll(w => w.State == WaveState.Succeeded))
            wave.State = WaveState.Running;
        if (wave.State == WaveState.Running)
            begun.AddRange(wave.Own);
        return wave.State != WaveState.Waiting;
    }

    private static void Refuse(Wave wave, string reason)
    {
        wave.State = WaveState.NotBegun;
        wave.Reasons = [reason];
    }

    private bool IsSettled(DrydockNode node) => _ended.ContainsKey(node.Name) || _turns[node.Name].State == WaveState.NotBegun;

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
