using System.Management.Automation;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Commands.Input;
using Drydock.Maas.Commands.Output;
using Drydock.Maas.Design;
using Drydock.Maas.Design.Export;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Tasks;

namespace Drydock.Maas.Commands.Tasks;

/// <summary>
/// Keeps a plan: what steps or a whole task would do, as -WhatIf told. It can be compared in git, reviewed and signed off, and -PlanPath applies
/// exactly that.
/// </summary>
[Cmdlet(VerbsData.Export, "DrydockPlan", SupportsShouldProcess = true)]
[OutputType(typeof(string), typeof(FileInfo))]
public sealed class ExportDrydockPlanCommand : ModuleCommand
{
    private readonly List<DrydockStepResult> _results = [];

    /// <summary>Results of steps, or of a whole task, with -WhatIf; all of one site and one MAAS.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    [LiveObject("Invoke-DrydockTask -WhatIf")]
    public object[] InputObject { get; set; } = [];

    /// <summary>The file to write; the text goes to the pipeline when left out.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>Takes results.</summary>
    protected override void ProcessRecord()
    {
        foreach (var item in InputObject.Select(i => i is PSObject wrapped ? wrapped.BaseObject : i))
        {
            switch (item)
            {
                case DrydockStepResult result:
                    Add([.. result.Line.Where(r => r != result), result]);
                    break;
                case DrydockTaskResult task when !task.IsPlan:
                    throw Refuse($"{task} is what was done. A plan is made with -WhatIf: Invoke-DrydockTask {task.Action} -WhatIf | Export-DrydockPlan.", task);
                case DrydockTaskResult task:
                    Add([.. task.Steps.SelectMany(s => s.Results)]);
                    break;
                default:
                    throw Refuse($"{item} is no result of a step or task. Pipe results in: Invoke-DrydockTask ... -WhatIf | Export-DrydockPlan.", item);
            }
        }
    }

    /// <summary>Writes the plan of all results.</summary>
    protected override void EndProcessing()
    {
        var designs = _results.Select(r => r.Design).Distinct(ReferenceEqualityComparer.Instance).OfType<SiteDesign>().ToList();
        var servers = _results.Select(r => r.MaasUrl).OfType<Uri>().Distinct().ToList();
        if (designs.Count == 0 || servers.Count == 0)
            throw Refuse("Nothing was planned: no results of steps or tasks came in that know their design and MAAS.", null);
        var fingerprints = designs.Select(DesignFingerprint.Compute).Distinct().ToList();
        if (fingerprints.Count > 1 || servers.Count > 1)
            throw Refuse($"The results are of {(servers.Count > 1 ? $"several MAAS: {string.Join(", ", servers)}" : "several designs")}; a plan is of one. Export each by itself.", null);
        var text = PlanFile.ToText(PlanRecorder.Record(_results, designs[0].Name, fingerprints[0], servers[0]));
        if (Path is null)
            WriteObject(text);
        else
            Write(SessionState.Path.GetUnresolvedProviderPathFromPSPath(Path), text);
    }

    private void Add(IReadOnlyList<DrydockStepResult> results)
    {
        if (results.FirstOrDefault(r => !PlanRecorder.IsPlan(r)) is { } done)
            throw Refuse($"{done}: that is what was done. A plan is made with -WhatIf.", done);
        _results.AddRange(results);
    }

    private void Write(string file, string text)
    {
        if (!ShouldProcess(target: file, action: "Write plan"))
            return;
        try
        {
            WriteObject(WholeFile.Write(file, text));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            WriteError(ErrorRecords.FileNotWritten(e, file));
        }
    }

    private PipelineStoppedException Refuse(string message, object? target)
    {
        ThrowTerminatingError(ErrorRecords.InvalidArgument(ErrorIds.NoPlan, message, target));
        return new PipelineStoppedException();
    }
}
