namespace Drydock.Maas.Planning;

/// <summary>The person or script a step works for: asked before anything is changed, told what goes on. Safe to call from any thread.</summary>
public interface IStepHost
{
    /// <summary>Whether only a plan is wanted.</summary>
    bool PlanOnly { get; }

    /// <summary>Asks, once per node and step, whether the plan may be carried out.</summary>
    /// <param name="target">The node or network.</param>
    /// <param name="action">The plan in words.</param>
    /// <param name="token">Cancels the question.</param>
    Task<bool> ApproveAsync(string target, string action, CancellationToken token);

    /// <summary>Tells how far a node is.</summary>
    void Report(StepProgress progress);

    /// <summary>Tells something for -Verbose.</summary>
    void Verbose(string text);

    /// <summary>Tells something that deserves attention.</summary>
    void Warn(string text);
}
