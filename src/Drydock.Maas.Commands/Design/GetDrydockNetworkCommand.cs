using System.Management.Automation;
using Drydock.Maas.Commands.Completion;
using Drydock.Maas.Commands.Input;
using Drydock.Maas.Design;

namespace Drydock.Maas.Commands.Design;

/// <summary>Selects networks of a design.</summary>
[Cmdlet(VerbsCommon.Get, "DrydockNetwork")]
[OutputType(typeof(Network))]
public sealed class GetDrydockNetworkCommand : DesignPartCommand<Network>
{
    /// <inheritdoc cref="DesignPartCommand{T}.Name"/>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(NetworkNameCompleter))]
    [ValidateNotNullOrEmpty]
    public override string[] Name { get; set; } = ["*"];

    /// <summary>Network links that carry the network; wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(NetworkLinkNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Link { get; set; } = [];

    private protected override string Kind => "Network";

    private protected override IReadOnlyList<Network> GetParts(SiteDesign design) => design.Networks;

    private protected override string GetName(Network part) => part.Name;

    private protected override Func<Network, bool> MakeSelection(SiteDesign design)
    {
        var links = new NameFilter(Link);
        return network => links.Matches(design.FindLinkOfNetwork(network.Name)?.Name);
    }
}
