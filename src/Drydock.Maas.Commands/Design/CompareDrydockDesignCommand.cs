using System.Management.Automation;
using Drydock.Maas.Design;
using Drydock.Maas.Design.Export;

namespace Drydock.Maas.Commands.Design;

/// <summary>Compares two revisions of a design: which networks and nodes would change, and in what.</summary>
[Cmdlet(VerbsData.Compare, "DrydockDesign")]
[OutputType(typeof(DesignDifference))]
public sealed class CompareDrydockDesignCommand : PSCmdlet
{
    /// <summary>The design as it was.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNull]
    public SiteDesign? ReferenceDesign { get; set; }

    /// <summary>The design as it is to be.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [Alias("DifferenceDesign", "InputObject")]
    [ValidateNotNull]
    public SiteDesign? Design { get; set; }

    /// <summary>Writes what differs; nothing when the two are the same.</summary>
    protected override void ProcessRecord()
    {
        foreach (var difference in DesignComparer.Compare(ReferenceDesign!, Design!))
            WriteObject(difference);
    }
}
