using Drydock.Maas.Design;
using Drydock.Maas.Tasks;

namespace Drydock.Maas.Benchmarks.Chaos;

/// <summary>
/// One site provisioned while faults strike and others act, then mended where only a human can, and provisioned once more without faults: that has
/// to end as a run nobody disturbed.
/// </summary>
internal sealed class ChaosRound(SiteDesign design, double speed, int seed, string golden) : IAsyncDisposable
{
    private readonly ChaosSite _site = new(design, speed);
    private readonly ChaosPlan _plan = new(seed, design.Nodes);
    private readonly List<Deed> _deeds = [];
    private readonly List<string> _problems = [];

    /// <summary>What went wrong in the first run, as operators were told.</summary>
    public IReadOnlyList<string> Errors { get; private set; } = [];

    /// <summary>The end state of a run that nobody disturbs.</summary>
    public static async Task<string> UndisturbedAsync(SiteDesign design, double speed)
    {
        await using var site = new ChaosSite(design, speed);
        using var session = await site.ConnectAsync();
        var results = await ChaosRun.RunAsync(session, design, new ChaosObserver([]), CancellationToken.None);
        return results.All(r => r.MeetsCriteria)
            ? await SiteSnapshot.TakeAsync(session.Client) : throw new InvalidOperationException("The undisturbed run failed.");
    }

    /// <summary>What went otherwise than it must; none when all is well.</summary>
    public async Task<IReadOnlyList<string>> RunAsync()
    {
        using var admin = await _site.ConnectAsync();
        using var other = await _site.ConnectAsOtherAsync();
        using var first = await _site.ConnectAsync();
        using var second = await _site.ConnectAsync();
        var context = new HandContext(_site, admin.Client, other, _plan.Random);
        foreach (var fault in _plan.Faults)
            _site.SetFault(fault);
        var disturbed = await DisturbAsync(context, first, second);
        Errors = [.. disturbed.SelectMany(r => r.Messages.Where(m => m.IsError)).Select(m => $"{m}")];
        _problems.AddRange(ChaosVerdict.OfFirstRun(_plan, _deeds, disturbed));
        _site.ClearFaults();
        await RepairAsync(context);
        using var session = await _site.ConnectAsync();
        var again = await ChaosRun.RunAsync(session, design, new ChaosObserver([]), CancellationToken.None);
        _problems.AddRange(again.SelectMany(r => r.Messages.Where(m => m.IsError)).Select(m => $"second run: {m}"));
        _problems.AddRange(SiteSnapshot.Differences(golden, await SiteSnapshot.TakeAsync(session.Client)).Take(5));
        _problems.AddRange(ChaosVerdict.OfRequests(_site, _plan, _deeds));
        return _problems;
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    public override string ToString() =>
        $"{_plan}{(_deeds.Exists(d => !d.IsDone) ? $"; refused: {string.Join(", ", _deeds.Where(d => !d.IsDone))}" : "")}";

    private async Task<IReadOnlyList<DrydockTaskResult>> DisturbAsync(HandContext context, MaasSession first, MaasSession second)
    {
        using var cancel = new CancellationTokenSource();
        var acts = _plan.Hands.Select(h => (h.At, (Func<Task>)(() => ActAsync(context, h.Hand, h.Node)))).ToList();
        if (_plan.CancelAt is { } at)
            acts.Add((at, cancel.CancelAsync));
        var observer = new ChaosObserver(acts);
        var runs = new List<Task<IReadOnlyList<DrydockTaskResult>>> { ChaosRun.RunAsync(first, design, observer, cancel.Token) };
        if (_plan.HasSecondOperator)
            runs.Add(ChaosRun.RunAsync(second, design, new ChaosObserver([]), cancel.Token));
        var results = await Task.WhenAll(runs);
        await observer.AllHaveActedAsync();
        TakenStayTaken(context);
        return [.. results.SelectMany(r => r)];
    }

    private async Task ActAsync(HandContext context, Hand hand, DrydockNode node)
    {
        var id = _site.MachineOf(node)?.SystemId ?? "";
        string? refusal = null;
        // What is not possible in the machine's present state may be a moment later.
        for (var attempt = 0; attempt < 150; attempt++)
        {
            try
            {
                await hand.ActAsync(context, node, id);
                refusal = null;
                break;
            }
            catch (Exception e) when (e is MaasException or InvalidOperationException or ArgumentException)
            {
                refusal = e.Message;
                await Task.Delay(20);
            }
        }

        lock (_deeds)
            _deeds.Add(new(hand, node, id, refusal));
    }

    /// <summary>What another user took is his still, whatever we ran.</summary>
    private void TakenStayTaken(HandContext context)
    {
        foreach (var deed in _deeds.Where(d => d.IsDone && d.Hand.Takes))
        {
            var owner = _site.MachineOf(deed.Node)?.Owner?.Username;
            if (owner != context.OtherSession.User.Username)
                _problems.Add($"{deed}: the machine belongs to {owner ?? "nobody"} afterwards");
        }
    }

    private async Task RepairAsync(HandContext context)
    {
        foreach (var deed in _deeds.Where(d => d.Hand.RepairAsync is not null))
        {
            try
            {
                await deed.Hand.RepairAsync!(context, deed.Node);
            }
            catch (MaasException)
            {
                // There was nothing to mend: MAAS refuses what is so already.
            }
        }
    }
}
