namespace Drydock.Maas.Planning;

/// <summary>
/// The person or script a step works for: asked before anything is changed, told what goes on. Safe to call from any thread.
/// </summary>
public interface IStepObserver
{
    /// <summary>Whether only a plan is wanted.</summary>
    bool PlanOnly { get; }

    /// <summary>The saved plan that is applied, beyond which nothing may be done; null for none.</summary>
    DrydockPlan? ApprovedPlan => null;

    /// <summary>Asks, once per node and step, whether the plan may be carried out.</summary>
    /// <param name="step">The step, for instance Commission.</param>
    /// <param name="target">The node or site.</param>
    /// <param name="plan">What would be changed, in order.</param>
    /// <param name="token">Cancels the question.</param>
    Task<bool> ApproveAsync(string step, string target, IReadOnlyList<PlannedChange> plan, CancellationToken token);

    /// <summary>Tells how far a node is.</summary>
    void Report(StepProgress progress);

    /// <summary>Tells what only somebody who looks closer wants to know: -Verbose.</summary>
    void ReportDetail(string text);

    /// <summary>Tells something that deserves attention.</summary>
    void Warn(string text);
}
