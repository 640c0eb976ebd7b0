using System.Management.Automation;
using Drydock.Maas.Api;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Inventory;

/// <summary>Gets LVM volume groups of machines, with their logical volumes (GET nodes/{system_id}/volume-groups/).</summary>
[Cmdlet(VerbsCommon.Get, "MaasVolumeGroup", DefaultParameterSetName = "Machine")]
[OutputType(typeof(VolumeGroup))]
public sealed class GetMaasVolumeGroupCommand : MachinePartCommand<VolumeGroup>
{
    /// <inheritdoc cref="MachinePartCommand{T}.Name"/>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public override string[] Name { get; set; } = [];

    private protected override Task<IReadOnlyList<VolumeGroup>> ReadAsync(IMaasClient client, Machine machine, CancellationToken token) =>
        machine.VolumeGroups.Count == 0
            ? Task.FromResult<IReadOnlyList<VolumeGroup>>([])
            : client.VolumeGroups.ListAsync(machine.SystemId, token);

    private protected override string? GetName(VolumeGroup part) => part.Name;
}
