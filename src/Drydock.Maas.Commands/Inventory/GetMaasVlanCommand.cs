using System.Management.Automation;
using Drydock.Maas.Api;
using Drydock.Maas.Commands.Completion;
using Drydock.Maas.Commands.Input;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Inventory;

/// <summary>Gets VLANs; of fabrics piped in, those the fabrics carry (GET fabrics/).</summary>
[Cmdlet(VerbsCommon.Get, "MaasVlan")]
[OutputType(typeof(Vlan))]
public sealed class GetMaasVlanCommand : InventoryCommand<Vlan>
{
    private readonly List<Fabric> _fabrics = [];

    /// <inheritdoc cref="InventoryCommand{T}.Name"/>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(VlanNameCompleter))]
    [ValidateNotNullOrEmpty]
    public override string[] Name { get; set; } = [];

    /// <summary>Fabrics, as Get-MaasFabric writes them; MAAS is not asked again.</summary>
    [Parameter(ValueFromPipeline = true)]
    [LiveObject("Get-MaasFabric")]
    [ValidateNotNull]
    public Fabric[] InputObject { get; set; } = [];

    /// <summary>Names of fabrics; wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(FabricNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Fabric { get; set; } = [];

    /// <summary>VLAN tags; 0 is the untagged one.</summary>
    [Parameter]
    [ValidateRange(0, 4094)]
    [ArgumentCompleter(typeof(VlanTagCompleter))]
    public int[] Vid { get; set; } = [];

    private protected override string Kind => "VLAN";

    private protected override bool TakesSessionOfInput => true;

    /// <summary>Collects the fabrics.</summary>
    protected override void ProcessRecord()
    {
        base.ProcessRecord();
        _fabrics.AddRange(InputObject.Where(TryUse));
    }

    private protected override async Task<IReadOnlyList<Vlan>> ReadAsync(IMaasClient client, CancellationToken token)
    {
        var fabrics = _fabrics.Count > 0 ? _fabrics : await client.Fabrics.ListAsync(token).ConfigureAwait(false);
        return [.. fabrics.SelectMany(f => f.Vlans)];
    }

    private protected override string? GetName(Vlan item) => item.Name;

    private protected override Func<Vlan, bool> MakeSelection()
    {
        var fabrics = new NameFilter(Fabric);
        return vlan => fabrics.Matches(vlan.Fabric) && (Vid.Length == 0 || Vid.Contains(vlan.Vid));
    }
}
