using System.ComponentModel;
using System.Management.Automation;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Commands.Input;
using Drydock.Maas.Commands.Output;
using Drydock.Maas.Design;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning;
using Drydock.Maas.Provisioning.Engine.Steps;
using Drydock.Maas.Provisioning.Engine.Wait;

namespace Drydock.Maas.Commands.Site;

/// <summary>One step of a whole site.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SiteStepCommand : StepCommand
{
    /// <summary>The design of the site.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("InputObject")]
    [ValidateNotNull]
    [LiveObject("Import-DrydockDesign")]
    public SiteDesign? Design { get; set; }

    /// <summary>
    /// A file that Export-DrydockPlan wrote: exactly that is done, or less; what would go beyond it is refused and says what has moved since.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? PlanPath { get; set; }

    private protected sealed override string? SavedPlanPath => PlanPath;

    /// <summary>Takes the step for one site and writes its results.</summary>
    protected sealed override void ProcessRecord()
    {
        Accept(Design!);
        if (FindPlanMismatch(Design!, Connection) is { } mismatch)
            ThrowTerminatingError(mismatch.ToErrorRecord(PlanPath!));
        var timing = AdjustTiming(new StepTiming { PollInterval = PollInterval(Connection) });
        var run = SiteStepRun.Create(Connection, MakeOptions() with { Timing = timing }, StepHost);
        foreach (var result in Await(token => run.RunAsync(Design!, token)))
        {
            if (result.Status == StepStatus.Failed)
                WriteFailure(result);
            WriteObject(result);
        }

        WriteProgress(Board.Complete());
    }

    /// <summary>The step's options, from the command's own parameters.</summary>
    private protected abstract SiteStepOptions MakeOptions();

    /// <summary>Adds the command's own time limit and polling.</summary>
    private protected virtual StepTiming AdjustTiming(StepTiming timing) => timing;
}
