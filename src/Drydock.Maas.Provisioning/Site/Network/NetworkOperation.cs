using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Site.Network;

/// <summary>A write to the networks of the site: fabrics, VLANs, subnets, ranges, routes, spaces, domains.</summary>
internal abstract record NetworkOperation : Operation
{
    /// <summary>A plan is one network's: the fabric comes first, so that it reads from the ground up.</summary>
    public override bool Requires(Operation other) => other is FabricOperation;
}
