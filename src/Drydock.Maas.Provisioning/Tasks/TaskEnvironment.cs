using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Wait;
using Drydock.Maas.Tasks;

namespace Drydock.Maas.Provisioning.Tasks;

/// <summary>The environment that the steps of one task share.</summary>
internal sealed record TaskEnvironment(MaasSession Session, TaskRequest Request, TaskTimeouts Timeouts, ITaskObserver Observer, TaskTracker Tracker)
{
    public TimeProvider Time => Request.Timing.TimeProvider;

    /// <summary>Time limits and polling of a step.</summary>
    public StepTiming MakeTiming(TaskStep step) => Request.Timing with { Timeout = Timeouts[step.Timeout], ReleaseTimeout = Timeouts["destroy_node"] };

    public IStepObserver CreateObserver(TaskStep step) => new TaskStepObserver(Observer, Tracker, step.Name);
}
