using System.Management.Automation;
using Drydock.Maas.Api;
using Drydock.Maas.Commands.Completion;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Inventory;

/// <summary>Gets network interfaces of machines, with their links.</summary>
[Cmdlet(VerbsCommon.Get, "MaasInterface", DefaultParameterSetName = "Machine")]
[OutputType(typeof(NetworkInterface))]
public sealed class GetMaasInterfaceCommand : MachinePartCommand<NetworkInterface>
{
    /// <inheritdoc cref="MachinePartCommand{T}.Name"/>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(InterfaceNameCompleter))]
    [ValidateNotNullOrEmpty]
    public override string[] Name { get; set; } = [];

    /// <summary>physical, bond, vlan or bridge.</summary>
    [Parameter]
    [ValidateSet("physical", "bond", "vlan", "bridge")]
    public string[] Type { get; set; } = [];

    private protected override Task<IReadOnlyList<NetworkInterface>> ReadAsync(
        IMaasClient client, Machine machine, CancellationToken token) =>
        Task.FromResult(machine.Interfaces);

    private protected override string? GetName(NetworkInterface part) => part.Name;

    private protected override Func<NetworkInterface, bool> MakeSelection() =>
        part => Type.Length == 0 || Type.Contains(part.Type, StringComparer.OrdinalIgnoreCase);
}
