using Drydock.Maas.Provisioning.Engine.Wait;

namespace Drydock.Maas.Commands.Input;

/// <summary>A command that waits for machines, or for an import of images.</summary>
internal interface IWaitingCommand
{
    /// <summary>How long one machine may take, in minutes; 30 for commissioning and release, 45 for deployment when left out.</summary>
    double TimeoutMinutes { get; }

    /// <summary>
    /// How long between two looks at the waiting machines, in seconds. When left out, 4 at first and 10 at last, as the waiting takes
    /// longer; less on a simulator of this process.
    /// </summary>
    double PollIntervalSec { get; }

    /// <summary>Time limit and polling as the person wants them; the step's and the connection's own where nothing was said.</summary>
    StepTiming MakeTiming() => new()
    {
        Timeout = TimeoutMinutes > 0 ? TimeSpan.FromMinutes(TimeoutMinutes) : null,
        PollInterval = PollIntervalSec > 0 ? TimeSpan.FromSeconds(PollIntervalSec) : null,
    };
}
