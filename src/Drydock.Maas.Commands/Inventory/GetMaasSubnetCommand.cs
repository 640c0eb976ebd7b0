using System.Management.Automation;
using Drydock.Maas.Api;
using Drydock.Maas.Commands.Completion;
using Drydock.Maas.Commands.Input;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Inventory;

/// <summary>Gets subnets; with VLANs piped in, those on them (GET subnets/).</summary>
[Cmdlet(VerbsCommon.Get, "MaasSubnet")]
[OutputType(typeof(Subnet))]
public sealed class GetMaasSubnetCommand : InventoryCommand<Subnet>
{
    private readonly HashSet<int> _vlans = [];

    /// <inheritdoc cref="InventoryCommand{T}.Name"/>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(SubnetNameCompleter))]
    [ValidateNotNullOrEmpty]
    public override string[] Name { get; set; } = [];

    /// <summary>VLANs, as Get-MaasVlan writes them.</summary>
    [Parameter(ValueFromPipeline = true)]
    [LiveObject("Get-MaasVlan")]
    [ValidateNotNull]
    public Vlan[] Vlan { get; set; } = [];

    /// <summary>Networks in CIDR notation, in any spelling; wildcards are allowed, and are compared with the text that MAAS has.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SubnetCidrCompleter))]
    public string[] Cidr { get; set; } = [];

    private protected override string Kind => "subnet";

    private protected override bool TakesSessionOfInput => true;

    /// <summary>Collects the VLANs.</summary>
    protected override void ProcessRecord()
    {
        base.ProcessRecord();
        _vlans.UnionWith(Vlan.Where(TryUse).Select(v => v.Id));
    }

    private protected override Task<IReadOnlyList<Subnet>> ReadAsync(IMaasClient client, CancellationToken token) =>
        client.Subnets.ListAsync(token);

    private protected override string? GetName(Subnet item) => item.Name;

    private protected override Func<Subnet, bool> MakeSelection()
    {
        var blocks = new NameFilter(Cidr, (present, given) => IPBlock.Read(present) == IPBlock.Read(given));
        return subnet => blocks.Matches(subnet.Cidr) && (_vlans.Count == 0 || (subnet.Vlan is { } vlan && _vlans.Contains(vlan.Id)));
    }
}
