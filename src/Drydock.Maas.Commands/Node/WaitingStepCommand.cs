using System.ComponentModel;
using System.Management.Automation;
using Drydock.Maas.Commands.Completion;
using Drydock.Maas.Provisioning.Engine.Wait;

namespace Drydock.Maas.Commands.Node;

/// <summary>A step that waits for machines.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class WaitingStepCommand : NodeStepCommand
{
    private protected WaitingStepCommand(string step)
        : base(step)
    {
    }

    /// <summary>How long one machine may take, in minutes; 30 for commissioning and release, 45 for deployment when left out.</summary>
    [Parameter]
    [ValidateRange(0.01, 10080)]
    public double TimeoutMinutes { get; set; }

    /// <summary>
    /// How long between two looks at the waiting machines, in seconds. When left out, 2 at first and 10 at last, as the waiting takes
    /// longer; less on a simulator of this process.
    /// </summary>
    [Parameter]
    [ValidateRange(0.05, 3600)]
    public double PollIntervalSec { get; set; }

    /// <summary>Tags that protect: a machine with one of them is not released, erased, deployed anew or broken off in what it does.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(InventoryCompleter))]
    public string[] ProtectTag { get; set; } = [];

    /// <summary>
    /// A file that Export-DrydockPlan wrote: exactly that is done, or less; what would go beyond it is refused and says what has moved since.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? PlanPath { get; set; }

    private protected sealed override string? SavedPlanPath => PlanPath;

    private protected sealed override StepTiming AdjustTiming(StepTiming timing)
    {
        if (TimeoutMinutes > 0)
            timing = timing with { Timeout = TimeSpan.FromMinutes(TimeoutMinutes) };
        return PollIntervalSec > 0
            ? timing with { PollInterval = TimeSpan.FromSeconds(PollIntervalSec), FirstPollInterval = null }
            : timing;
    }
}
