using System.Management.Automation;
using Drydock.Maas.Api;
using Drydock.Maas.Commands.Completion;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Inventory;

/// <summary>Gets disks and logical volumes of machines, with their partitions.</summary>
[Cmdlet(VerbsCommon.Get, "MaasBlockDevice", DefaultParameterSetName = "Machine")]
[OutputType(typeof(BlockDevice))]
public sealed class GetMaasBlockDeviceCommand : MachinePartCommand<BlockDevice>
{
    /// <inheritdoc cref="MachinePartCommand{T}.Name"/>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(BlockDeviceNameCompleter))]
    [ValidateNotNullOrEmpty]
    public override string[] Name { get; set; } = [];

    /// <summary>physical or virtual.</summary>
    [Parameter]
    [ValidateSet("physical", "virtual")]
    public string[] Type { get; set; } = [];

    private protected override Task<IReadOnlyList<BlockDevice>> ReadAsync(IMaasClient client, Machine machine, CancellationToken token) =>
        Task.FromResult(machine.BlockDevices);

    private protected override string? GetName(BlockDevice part) => part.Name;

    private protected override Func<BlockDevice, bool> MakeSelection() =>
        part => Type.Length == 0 || Type.Contains(part.Type, StringComparer.OrdinalIgnoreCase);
}
