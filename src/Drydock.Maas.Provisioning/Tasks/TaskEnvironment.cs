using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine;
using Drydock.Maas.Tasks;

namespace Drydock.Maas.Provisioning.Tasks;

/// <summary>What steps of one task share.</summary>
internal sealed record TaskEnvironment(MaasSession Session, TaskRequest Request, TaskTimeouts Timeouts, ITaskHost Host, TaskTracker Tracker)
{
    public TimeProvider Time => Request.Options.TimeProvider;

    public StepOptions OptionsOf(TaskStep step) => Request.Options with
    {
        Timeout = Timeouts[step.Timeout],
        ReleaseTimeout = Timeouts["destroy_node"],
        LeaveBuildData = Request.Options.BuildDataPath is null,
        IsIdentified = TaskSteps.Choose(Request.Settings).Any(s => s.Name == "Identity"),
    };

    public IStepHost HostOf(TaskStep step) => new TaskStepHost(Host, Tracker, step.Name);
}
