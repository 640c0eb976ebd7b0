using Drydock.Maas.Planning;

namespace Drydock.Maas.Tasks;

/// <summary>The person or script a whole task works for. Safe to call from any thread.</summary>
public interface ITaskObserver : IStepObserver
{
    /// <summary>Tells that a step has ended for a node or network.</summary>
    void ReportResult(DrydockStepResult result);

    /// <summary>Tells that there is progress to be shown.</summary>
    void RefreshProgress();
}
