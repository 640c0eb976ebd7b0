using System.Management.Automation;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Commands.Completion;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine;

namespace Drydock.Maas.Commands.Site;

/// <summary>Makes the fabrics, VLANs, subnets, ranges, routes, domains, spaces and DHCP of a site as its design wants them.</summary>
[Cmdlet(VerbsCommon.Set, "MaasSiteNetwork", SupportsShouldProcess = true)]
[OutputType(typeof(DrydockStepResult))]
public sealed class SetMaasSiteNetworkCommand() : PruningSiteStepCommand("Network")
{
    /// <summary>
    /// The space that VLANs go into, made when there is none of that name; the label space of a network or link goes before it. Left
    /// out, VLANs without a label stay where they are; an empty text takes them out of their space.
    /// </summary>
    [Parameter]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(InventoryCompleter))]
    public string? Space { get; set; }

    private protected override StepOptions Configure(StepOptions options) =>
        base.Configure(options) with { Space = MyInvocation.BoundParameters.ContainsKey(nameof(Space)) ? Space ?? "" : null };
}
