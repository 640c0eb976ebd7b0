using System.Management.Automation;
using Drydock.Maas.Commands.Completion;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Steps;
using Drydock.Maas.Provisioning.Nodes.Interrogate;

namespace Drydock.Maas.Commands.Node;

/// <summary>
/// Gets what the machines of nodes told about themselves while they were built: lshw, lldp, and what their newest scripts wrote.
/// </summary>
[Cmdlet(VerbsCommon.Get, "MaasNodeBuildData")]
[OutputType(typeof(BuildData))]
public sealed class GetMaasNodeBuildDataCommand() : NodeStepCommand("Interrogate")
{
    /// <summary>Only what these made, for example lshw or commission:*; wildcards are understood.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(GeneratorCompleter))]
    public string[] Generator { get; set; } = [];

    /// <summary>A folder to save everything in as well; one folder below it for each node.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    private protected override NodeStepOptions MakeOptions() => new InterrogateStepOptions { BuildDataPath = FullPath(Path) };

    private protected override void WriteResult(DrydockStepResult result)
    {
        var patterns = Generator.Select(g => new WildcardPattern(g, WildcardOptions.IgnoreCase)).ToList();
        foreach (var data in result.BuildData.Where(d => patterns.Count == 0 || patterns.Exists(p => p.IsMatch(d.Generator))))
            WriteObject(data);
    }
}
