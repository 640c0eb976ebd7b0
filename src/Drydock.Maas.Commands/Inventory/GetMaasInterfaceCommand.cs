using System.Management.Automation;
using Drydock.Maas.Api;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Inventory;

/// <summary>Gets network interfaces of machines, with their links.</summary>
[Cmdlet(VerbsCommon.Get, "MaasInterface", DefaultParameterSetName = "Machine")]
[OutputType(typeof(NetworkInterface))]
public sealed class GetMaasInterfaceCommand : MachinePartCommand<NetworkInterface>
{
    /// <summary>physical, bond, vlan or bridge.</summary>
    [Parameter]
    [ValidateSet("physical", "bond", "vlan", "bridge")]
    public string[] Type { get; set; } = [];

    private protected override Task<IReadOnlyList<NetworkInterface>> ReadAsync(
        IMaasClient client, Machine machine, CancellationToken token) =>
        Task.FromResult(machine.Interfaces);

    private protected override string? NameOf(NetworkInterface part) => part.Name;

    private protected override Func<NetworkInterface, bool> Selection() =>
        part => Type.Length == 0 || Type.Contains(part.Type, StringComparer.OrdinalIgnoreCase);
}
