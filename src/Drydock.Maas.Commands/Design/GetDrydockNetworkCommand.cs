using System.Management.Automation;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Commands.Completion;
using Drydock.Maas.Design;

namespace Drydock.Maas.Commands.Design;

/// <summary>Selects networks of a design.</summary>
[Cmdlet(VerbsCommon.Get, "DrydockNetwork")]
[OutputType(typeof(Network))]
public sealed class GetDrydockNetworkCommand : PSCmdlet
{
    /// <summary>The design of the site.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [Alias("InputObject")]
    [ValidateNotNull]
    public SiteDesign? Design { get; set; }

    /// <summary>Names; wildcards are allowed.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(DesignCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = ["*"];

    /// <summary>Network links that carry the network; wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(DesignCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Link { get; set; } = [];

    /// <summary>Writes the networks of one design, in its order.</summary>
    protected override void ProcessRecord()
    {
        var names = new NameFilter(Name);
        var links = new NameFilter(Link);
        foreach (var network in Design!.Networks.Where(n => names.Matches(n.Name) && links.Matches(Design.FindLinkOfNetwork(n.Name)?.Name)))
            WriteObject(network);
        foreach (var name in names.Literals.Where(n => !Design.Networks.Any(d => NameFilter.Same(d.Name, n))))
            WriteError(ErrorRecords.NotFound("NetworkNotFound", $"The design has no network {name}.", name));
    }
}
