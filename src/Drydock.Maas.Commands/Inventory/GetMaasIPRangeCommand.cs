using System.Management.Automation;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Commands.Input;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Inventory;

/// <summary>Gets address ranges; with subnets piped in, those of the subnets (GET ipranges/).</summary>
[Cmdlet(VerbsCommon.Get, "MaasIPRange")]
[OutputType(typeof(IPRange))]
public sealed class GetMaasIPRangeCommand : MaasCommand
{
    private readonly HashSet<int> _subnets = [];

    /// <summary>Subnets, as Get-MaasSubnet writes them; all when left out.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [LiveObject("Get-MaasSubnet")]
    [ValidateNotNull]
    public Subnet[] Subnet { get; set; } = [];

    /// <summary>dynamic or reserved.</summary>
    [Parameter]
    [ValidateSet("dynamic", "reserved")]
    public string? Type { get; set; }

    private protected override bool TakesSessionOfInput => true;

    /// <summary>Collects the subnets.</summary>
    protected override void ProcessRecord() => _subnets.UnionWith(Subnet.Where(TryUse).Select(s => s.Id));

    /// <summary>Asks MAAS once and writes what matches.</summary>
    protected override void EndProcessing()
    {
        if (LacksInput)
            return;
        var all = Fetch(token => Connection.Client.IPRanges.ListAsync(token));
        foreach (var item in all.Where(item => (Type is null || item.Type == Type)
            && (_subnets.Count == 0 || (item.Subnet is { } subnet && _subnets.Contains(subnet.Id)))))
            WriteObject(item);
    }
}
