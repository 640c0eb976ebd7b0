using System.ComponentModel;
using System.Management.Automation;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Commands.Input;
using Drydock.Maas.Commands.Output;
using Drydock.Maas.Commands.Pipeline;
using Drydock.Maas.Design;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning;
using Drydock.Maas.Provisioning.Engine.Steps;
using Drydock.Maas.Provisioning.Engine.Wait;

namespace Drydock.Maas.Commands.Site;

/// <summary>One step of a whole site.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SiteStepCommand : MaasCommand, IPlanCommand
{
    private readonly StepContext _context;

    private protected SiteStepCommand() => _context = new(this, Thread);

    /// <summary>The design of the site.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("InputObject")]
    [ValidateNotNull]
    [LiveObject("Import-DrydockDesign")]
    public SiteDesign? Design { get; set; }

    /// <summary>Go on although the design has errors that Test-DrydockDesign finds.</summary>
    [Parameter]
    public SwitchParameter SkipDesignCheck { get; set; }

    /// <inheritdoc cref="IPlanCommand.PlanPath"/>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? PlanPath { get; set; }

    /// <summary>Prepares the step.</summary>
    protected sealed override void BeginProcessing()
    {
        base.BeginProcessing();
        if (NeedsAdministrator)
            RequireAdministrator();
        _context.Begin(Prunes);
    }

    /// <summary>Takes the step for one site and writes its results.</summary>
    protected sealed override void ProcessRecord()
    {
        if (!SkipDesignCheck && _context.Verdicts.Judge(Design!).OfSite is { } refusal)
            ThrowTerminatingError(refusal.ToErrorRecord(Design));
        if (_context.FindPlanMismatch(Design!, Connection) is { } mismatch)
            ThrowTerminatingError(mismatch.ToErrorRecord(PlanPath!));
        var timing = this is IWaitingCommand waiting ? waiting.MakeTiming() : new StepTiming();
        var run = SiteStepRun.Create(Connection, MakeOptions() with { Timing = timing }, _context.Observer);
        foreach (var result in Await(token => run.RunAsync(Design!, token)))
        {
            if (result.Status == StepStatus.Failed)
                WriteError(ErrorRecords.StepFailed(result));
            WriteObject(result);
        }

        WriteProgress(_context.Board.Complete());
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _context.Close();
        base.Dispose(disposing);
    }

    /// <summary>Whether MAAS answers or does what this step asks for administrators only.</summary>
    private protected virtual bool NeedsAdministrator => true;

    /// <summary>Whether the step was told to remove what the design does not have.</summary>
    private protected virtual bool Prunes => false;

    /// <summary>The step's options, from the command's own parameters.</summary>
    private protected abstract SiteStepOptions MakeOptions();

    private protected sealed override void OnProgressChanged() => WriteProgress(_context.Board.Show());
}
