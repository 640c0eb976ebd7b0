using System.Management.Automation;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Planning;

namespace Drydock.Maas.Commands.Site;

/// <summary>Makes the fabrics, VLANs, subnets, ranges, routes, domains and DHCP of a site as its design wants them.</summary>
[Cmdlet(VerbsCommon.Set, "MaasSiteNetwork", SupportsShouldProcess = true)]
[OutputType(typeof(DrydockStepResult))]
public sealed class SetMaasSiteNetworkCommand() : SiteStepCommand("Network");
