using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Identity;

/// <summary>A name that a machine is to be given: no other machine, device or controller has it, in whatever domain.</summary>
/// <param name="Hostname">The short name.</param>
/// <param name="Machine">The machine that is to have it.</param>
internal sealed record FreeHostname(string Hostname, Machine Machine) : Precondition
{
    /// <inheritdoc/>
    public override async Task<NodeException?> FindBreachAsync(PreconditionReads reads, bool isRefused, CancellationToken token)
    {
        var named = await reads.NamedAsync(Hostname, token).ConfigureAwait(false);
        return named.FirstOrDefault(n => n.SystemId != Machine.SystemId) is not { } holder ? null : new(
            ErrorIds.HostnameInUse,
            $"{Hostname} is the name of {Kind(holder)} {holder.Fqdn ?? holder.Hostname} ({holder.SystemId}) in MAAS, so that machine {Machine} ({Machine.SystemId}) "
            + $"cannot be called so: MAAS has each name once, whatever the domain. Rename or remove the {Kind(holder)}, or correct the node's name.");
    }

    private static string Kind(MaasNode node) => node.NodeType switch
    {
        0 => "machine",
        1 => "device",
        _ => "controller",
    };
}
