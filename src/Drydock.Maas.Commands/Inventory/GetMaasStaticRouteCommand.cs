using System.Management.Automation;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Commands.Input;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Inventory;

/// <summary>Gets static routes; with subnets piped in, those that begin there (GET static-routes/).</summary>
[Cmdlet(VerbsCommon.Get, "MaasStaticRoute")]
[OutputType(typeof(StaticRoute))]
public sealed class GetMaasStaticRouteCommand : MaasCommand
{
    private readonly HashSet<int> _subnets = [];

    /// <summary>Subnets, as Get-MaasSubnet writes them; all when left out.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [LiveObject("Get-MaasSubnet")]
    [ValidateNotNull]
    public Subnet[] Subnet { get; set; } = [];

    private protected override bool TakesSessionOfInput => true;

    /// <summary>Collects the subnets.</summary>
    protected override void ProcessRecord() => _subnets.UnionWith(Subnet.Where(TryUse).Select(s => s.Id));

    /// <summary>Asks MAAS once and writes what matches.</summary>
    protected override void EndProcessing()
    {
        if (LacksInput)
            return;
        var all = Fetch(token => Connection.Client.StaticRoutes.ListAsync(token));
        foreach (var item in all.Where(item => (_subnets.Count == 0 || (item.Source is { } source && _subnets.Contains(source.Id)))))
            WriteObject(item);
    }
}
