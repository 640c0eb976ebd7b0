using System.Management.Automation;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Commands.Completion;
using Drydock.Maas.Commands.Input;
using Drydock.Maas.Commands.Output;
using Drydock.Maas.Design;
using Drydock.Maas.Design.BootActions;
using Drydock.Maas.Design.Export;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Drift;

namespace Drydock.Maas.Commands.Design;

/// <summary>Compares a design with what MAAS holds, or two revisions of a design: what differs, and in what.</summary>
[Cmdlet(VerbsData.Compare, "DrydockDesign", DefaultParameterSetName = WithMaas)]
[OutputType(typeof(DesignDrift), ParameterSetName = [WithMaas])]
[OutputType(typeof(DesignDifference), ParameterSetName = [WithDesign])]
public sealed class CompareDrydockDesignCommand : MaasCommand
{
    private const string WithMaas = "Maas";
    private const string WithDesign = "Design";

    /// <summary>The design as it was; MAAS is not asked then.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = WithDesign)]
    [ValidateNotNull]
    [LiveObject("Import-DrydockDesign")]
    public SiteDesign? ReferenceDesign { get; set; }

    /// <summary>The design as it is to be.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = WithMaas)]
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ParameterSetName = WithDesign)]
    [Alias("DifferenceDesign", "InputObject")]
    [ValidateNotNull]
    [LiveObject("Import-DrydockDesign")]
    public SiteDesign? Design { get; set; }

    /// <summary>
    /// Names of nodes to compare, and nothing of the site itself; wildcards are allowed. The site and all its nodes when left out.
    /// </summary>
    [Parameter(ParameterSetName = WithMaas)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(NodeNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Node { get; set; } = [];

    /// <summary>Also writes what MAAS has and the design says nothing about; no command of a run touches it.</summary>
    [Parameter(ParameterSetName = WithMaas)]
    public SwitchParameter Detailed { get; set; }

    /// <summary>Also writes machines that are not deployed; they are in order otherwise when they are prepared as designed.</summary>
    [Parameter(ParameterSetName = WithMaas)]
    public SwitchParameter RequireDeployed { get; set; }

    /// <summary>The space of VLANs for which the design names none, as given to Set-MaasSiteNetwork; not compared when left out.</summary>
    [Parameter(ParameterSetName = WithMaas)]
    [ArgumentCompleter(typeof(SpaceNameCompleter))]
    public string? Space { get; set; }

    /// <summary>Also compares power parameters of IPMI and Redfish nodes; those of libvirt nodes always are.</summary>
    [Parameter(ParameterSetName = WithMaas)]
    public SwitchParameter UseNodeOobParameters { get; set; }

    /// <summary>Finds the connection, where it is needed.</summary>
    protected override void BeginProcessing()
    {
        if (ParameterSetName == WithMaas)
            base.BeginProcessing();
    }

    /// <summary>Writes what differs; nothing when all is as designed.</summary>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == WithDesign)
            WriteObject(DesignComparer.Compare(ReferenceDesign!, Design!), enumerateCollection: true);
        else
            CompareWithMaas(Design!);
    }

    private void CompareWithMaas(SiteDesign design)
    {
        var options = new ComparisonOptions
        {
            Detailed = Detailed,
            RequireDeployed = RequireDeployed,
            Space = MyInvocation.BoundParameters.ContainsKey(nameof(Space)) ? Space ?? "" : null,
            UseNodeOobParameters = UseNodeOobParameters,
            BootActionRenderer = new BootActionRenderer(),
        };
        var progress = new ProgressRecord(0, "Comparing with MAAS", $"{design.Nodes.Count} nodes");
        WriteProgress(progress);
        try
        {
            var nodes = Node.Length == 0 ? null : Select(design);
            var comparison = DesignComparison.Create(Connection, options);
            WriteObject(Await(token => comparison.CompareAsync(design, nodes, token)), enumerateCollection: true);
        }
        catch (MaasException e)
        {
            WriteError(e.ToErrorRecord(design));
        }

        progress.RecordType = ProgressRecordType.Completed;
        WriteProgress(progress);
    }

    private List<DrydockNode> Select(SiteDesign design)
    {
        var names = new NameFilter(Node);
        foreach (var name in names.Literals.Where(n => !design.Nodes.Any(x => NameFilter.IsSame(x.Name, n))))
            WriteError(ErrorRecords.NotFound(ErrorIds.NodeNotFound, $"The design has no node {name}.", name));
        return [.. design.Nodes.Where(n => names.Matches(n.Name))];
    }
}
