using Drydock.Maas.Design;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Engine.Steps;

namespace Drydock.Maas.Provisioning;

/// <summary>One command's worth of one step of a site: observe, plan, ask, apply, verify.</summary>
public sealed class SiteStepRun
{
    private const int MaxPlans = 4;
    private const int MaxRefusals = 50;
    private readonly MaasSession _session;
    private readonly ISiteStep _step;
    private readonly SiteStepOptions _options;
    private readonly IStepObserver _observer;

    private SiteStepRun(MaasSession session, ISiteStep step, SiteStepOptions options, IStepObserver observer)
    {
        _session = session;
        _step = step;
        _options = options;
        _observer = observer;
    }

    /// <summary>Makes a run.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="options">Which step it is, and how it is carried out.</param>
    /// <param name="observer">Whom it works for.</param>
    public static SiteStepRun Create(MaasSession session, SiteStepOptions options, IStepObserver observer)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new(session, SiteStepFactory.Create(session, options, observer), options, observer);
    }

    /// <summary>
    /// Takes the step; one result per network, key, repository, tag, image or script. Never throws, except when cancelled: what goes wrong
    /// is in the results.
    /// </summary>
    public async Task<IReadOnlyList<DrydockStepResult>> RunAsync(SiteDesign design, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(design);
        var start = _options.Timing.TimeProvider.GetUtcNow();
        var works = new SiteWorks(_step.Targets(design));
        var limit = _options.Timing.Timeout ?? _step.DefaultTimeout;
        using var timer = new CancellationTokenSource(limit ?? System.Threading.Timeout.InfiniteTimeSpan, _options.Timing.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(token, timer.Token);
        try
        {
            await WorkAsync(design, works, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (timer.IsCancellationRequested && !token.IsCancellationRequested)
        {
            works.Fail(TimedOut(limit!.Value, e), SiteName(design));
        }
        catch (Exception e) when (e is not OperationCanceledException || !token.IsCancellationRequested)
        {
            works.Fail(e, SiteName(design));
        }

        var results = works.ToResults(_step.Name, start, _options.Timing.TimeProvider.GetUtcNow());
        foreach (var result in results)
            (result.Session, result.Design) = (_session, design);
        return results;
    }

    private async Task WorkAsync(SiteDesign design, SiteWorks works, CancellationToken token)
    {
        for (var round = 1; ; round++)
        {
            var parts = await _step.PlanAsync(design, token).ConfigureAwait(false);
            foreach (var part in parts)
                works[part.Target].Take(part);
            if (_observer.ApprovedPlan is { } saved)
                RefuseExcess(saved, parts, works);
            var open = parts.Where(p => works[p.Target].IsOpen).ToList();
            if (!await ApproveAsync(design, open, works, token).ConfigureAwait(false))
                return;
            if (await ApplyAsync(open, works, round, token).ConfigureAwait(false))
                break;
        }

        if (!works.HasWritten)
            return;
        foreach (var (target, error) in await _step.VerifyAsync(design, token).ConfigureAwait(false))
            works[target].Error ??= error;
    }

    /// <summary>What goes beyond the saved plan that is applied is refused for each thing of the site by itself.</summary>
    private void RefuseExcess(DrydockPlan saved, IReadOnlyList<SitePart> parts, SiteWorks works)
    {
        foreach (var part in parts)
            works[part.Target].Error ??= new ApprovedChanges(saved, _step.Name, part.Target).FindExcess(part.Changes, null);
    }

    /// <summary>Asks once for the whole site; with -WhatIf the answer is always no, and the plans are the results.</summary>
    private async Task<bool> ApproveAsync(SiteDesign design, List<SitePart> parts, SiteWorks works, CancellationToken token)
    {
        var changes = parts.SelectMany(p => p.Changes).ToList();
        if (changes.Count == 0 || works.Approval.Covers(changes))
            return true;
        var yes = await _observer.ApproveAsync(_step.Name, $"site {SiteName(design)}", changes, token).ConfigureAwait(false);
        if (yes && !_observer.PlanOnly)
        {
            works.Approval.Add(changes);
            return true;
        }
        foreach (var part in parts)
        {
            var work = works[part.Target];
            if (_observer.PlanOnly)
                work.Changes.AddRange(part.Changes);
            if (part.Changes.Count > 0 && !_observer.PlanOnly)
                work.Decline();
            else
                work.Ended = part.Changes.Count == 0 ? StepStatus.Unchanged : StepStatus.Planned;
        }

        return false;
    }

    /// <summary>Carries out the operations of all parts in their order; false when MAAS moved meanwhile and it is worth planning again.</summary>
    private async Task<bool> ApplyAsync(List<SitePart> parts, SiteWorks works, int round, CancellationToken token)
    {
        var begun = new Dictionary<SitePart, int>(ReferenceEqualityComparer.Instance);
        foreach (var (part, operation) in SitePart.Order(parts))
        {
            var work = works[part.Target];
            var number = begun.GetValueOrDefault(part);
            if (number == 0 && operation is SiteOperation { IsRemoval: true } && works.HasFailed && work.IsOpen)
                work.Skip("It stays until everything that the design has is set up.");
            if (!work.IsOpen)
                continue;
            begun[part] = number + 1;
            try
            {
                token.ThrowIfCancellationRequested();
                _observer.Report(PlanExecutor.Describe(part.Plan, operation, part.Target, number));
                await PlanExecutor.ApplyAsync(operation, _session.Client, _step.Executor, work.Changes, token).ConfigureAwait(false);
            }
            catch (MaasException e) when (PlanExecutor.WorldMoved(e) && round < MaxPlans)
            {
                _observer.ReportDetail($"{part.Target}: {e.Sentence} Observing and planning again.");
                work.Unanswered.KeepChanges(operation, e);
                return false;
            }
            catch (MaasApiException e) when (e.StatusCode == 400 && round < MaxRefusals && work.Refusals.Add(e.Message))
            {
                // Somebody else may have made the same meanwhile; then the new plan no longer has what was refused.
                return false;
            }
            catch (MaasException e)
            {
                work.Error = e;
            }
        }

        return true;
    }

    private NodeException TimedOut(TimeSpan limit, Exception inner) => new(
        ErrorIds.SiteStepTimedOut,
        FormattableString.Invariant($"{_step.Name} did not end in {limit.TotalMinutes:0.#} minutes. Run it again: what is done stays done."),
        inner);

    private static string SiteName(SiteDesign design) => design.Name ?? "without a name";
}
