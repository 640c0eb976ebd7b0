using System.ComponentModel;
using System.Management.Automation;
using Drydock.Maas.Commands.Input;
using Drydock.Maas.Design;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning;
using Drydock.Maas.Provisioning.Engine;

namespace Drydock.Maas.Commands.Base;

/// <summary>One step of a whole site.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SiteStepCommand : StepCommand
{
    // By name, for the reason that NodeStepCommand gives.
    private readonly string _step;

    private protected SiteStepCommand(string step) => _step = step;

    /// <summary>The design of the site.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("InputObject")]
    [ValidateNotNull]
    [LiveObject("Import-DrydockDesign")]
    public SiteDesign? Design { get; set; }

    /// <summary>Takes the step for one site and writes its results.</summary>
    protected sealed override void ProcessRecord()
    {
        Accept(Design!);
        var options = Configure(new StepOptions { PollInterval = PollInterval(Connection) });
        var run = SiteStepRun.Create(Connection, Enum.Parse<SiteStepKind>(_step), options, StepHost);
        foreach (var result in Await(token => run.RunAsync(Design!, token)))
        {
            if (result.Status == StepStatus.Failed)
                WriteFailure(result);
            WriteObject(result);
        }

        WriteProgress(Board.Complete());
    }

    private protected virtual StepOptions Configure(StepOptions options) => options;
}
