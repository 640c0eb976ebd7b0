using System.Management.Automation;
using Drydock.Maas.Commands.Completion;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Steps;
using Drydock.Maas.Provisioning.Site.Network;

namespace Drydock.Maas.Commands.Site;

/// <summary>Makes the fabrics, VLANs, subnets, ranges, routes, domains, spaces and DHCP of a site as its design wants them.</summary>
[Cmdlet(VerbsCommon.Set, "MaasSiteNetwork", SupportsShouldProcess = true)]
[OutputType(typeof(DrydockStepResult))]
public sealed class SetMaasSiteNetworkCommand : PruningSiteStepCommand
{
    /// <summary>
    /// The space that VLANs go into, made when there is none of that name; the label space of a network or link goes before it. Left
    /// out, VLANs without a label stay where they are; an empty text takes them out of their space.
    /// </summary>
    [Parameter]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(SpaceNameCompleter))]
    public string? Space { get; set; }

    private protected override SiteStepOptions MakeOptions() => new SiteNetworkStepOptions
    {
        Prune = Prune,
        Space = MyInvocation.BoundParameters.ContainsKey(nameof(Space)) ? Space ?? "" : null,
    };
}
