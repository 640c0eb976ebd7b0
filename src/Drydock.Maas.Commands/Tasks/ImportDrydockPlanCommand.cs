using System.Management.Automation;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Commands.Output;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Commands.Tasks;

/// <summary>Reads a plan that Export-DrydockPlan wrote, to be looked at once more.</summary>
[Cmdlet(VerbsData.Import, "DrydockPlan")]
[OutputType(typeof(DrydockPlan))]
public sealed class ImportDrydockPlanCommand : ModuleCommand
{
    /// <summary>The file.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP", "FullName")]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>Reads the plans.</summary>
    protected override void ProcessRecord()
    {
        foreach (var path in Path)
        {
            try
            {
                WriteObject(PlanFile.Read(SessionState.Path.GetUnresolvedProviderPathFromPSPath(path)));
            }
            catch (MaasException e)
            {
                WriteError(e.ToErrorRecord(path));
            }
        }
    }
}
