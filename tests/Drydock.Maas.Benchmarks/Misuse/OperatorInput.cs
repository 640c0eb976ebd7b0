namespace Drydock.Maas.Benchmarks.Misuse;

/// <summary>Something an operator pipes, and which machines he has named with it.</summary>
/// <param name="Kind">The kind, for the report.</param>
/// <param name="Expression">PowerShell that writes the objects.</param>
/// <param name="SystemIds">The machines that are named; none where the input names no machine.</param>
/// <param name="IsOfStaging">Whether the objects know that they are of staging; null where they know no server.</param>
internal sealed record OperatorInput(string Kind, string Expression, IReadOnlyList<string> SystemIds, bool? IsOfStaging)
{
    private static readonly Func<MachineFacts, MachineFacts, OperatorInput>[] Machines =
    [
        (m, _) => new("fresh", $"Get-MaasMachine -SystemId {m.SystemId} -Session $a", [m.SystemId], false),
        (m, _) => new("fresh of staging", $"Get-MaasMachine -SystemId {m.SystemId} -Session $b", [m.SystemId], true),
        (m, _) => new("stale", $"$staleA['{m.SystemId}']", [m.SystemId], false),
        (m, _) => new("stale of staging", $"$staleB['{m.SystemId}']", [m.SystemId], true),
        (m, _) => new("row with host name", $"[pscustomobject]@{{ Hostname = '{m.Hostname}' }}", [m.SystemId], null),
        (m, _) => new("row with system id", $"[pscustomobject]@{{ SystemId = '{m.SystemId}' }}", [m.SystemId], null),
        (m, _) => new("row as MAAS spells it", $"[pscustomobject]@{{ system_id = '{m.SystemId}' }}", [m.SystemId], null),
        (m, _) => new("CSV", $"@('Hostname,Rack', '{m.Hostname},rack1') | ConvertFrom-Csv", [m.SystemId], null),
        (m, _) => new("CSV with name only", $"@('Name,Rack', '{m.Hostname},rack1') | ConvertFrom-Csv", [], null),
        (m, _) => new("name only", $"[pscustomobject]@{{ Name = '{m.Hostname}' }}", [], null),
        (m, _) => new("empty host name", "[pscustomobject]@{ Hostname = '' }", [], null),
        (m, _) => new("wildcard in a row", "[pscustomobject]@{ Hostname = '*' }", [], null),
        (m, _) => new("unknown host name", "[pscustomobject]@{ Hostname = 'nobody' }", [], null),
        (m, _) => new("selected", $"$staleA['{m.SystemId}'] | Select-Object Hostname, SystemId, Status", [m.SystemId], null),
        (m, _) => new("selected, name of another", $"[pscustomobject]@{{ SystemId = '{m.SystemId}'; Name = 'control01' }}", [m.SystemId], null),
        (m, _) => new("deserialised", $"[Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($staleA['{m.SystemId}']))", [m.SystemId], false),
        (m, _) => new("deserialised of staging", $"[Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($staleB['{m.SystemId}']))", [m.SystemId], true),
        (m, _) => new("answer of the API", $"Invoke-MaasApi machines/ -Parameter @{{ id = '{m.SystemId}' }} -Session $a", [m.SystemId], null),
        (m, _) => new("filtered to nothing", "Get-MaasMachine -Session $a | Where-Object Hostname -EQ 'nobody'", [], null),
        (m, _) => new("null", "$null", [], null),
        (m, _) => new("hash table", $"@{{ Hostname = '{m.Hostname}' }}", [m.SystemId], null),
        (m, _) => new("hash table with name", $"@{{ Name = '{m.Hostname}' }}", [], null),
        (m, _) => new("text", $"'{m.Hostname}'", [m.SystemId], null),
        (m, n) => new("two", $"@($staleA['{m.SystemId}']; [pscustomobject]@{{ Hostname = '{n.Hostname}' }})", [m.SystemId, n.SystemId], null),
        (m, _) => new("a part of it", $"Get-MaasInterface -Hostname '{m.Hostname}' -Session $a | Select-Object -First 1", [m.SystemId], false),
    ];

    private static readonly Func<string, string, OperatorInput>[] Nodes =
    [
        (n, id) => new("node", $"$site | Get-DrydockNode -Name {n}", [id], null),
        (n, id) => new("node resolved", $"$site | Get-DrydockNode -Name {n} | Resolve-MaasNode -Session $a", [id], false),
        (n, id) => new("node resolved on staging", $"$site | Get-DrydockNode -Name {n} | Resolve-MaasNode -Session $b", [id], true),
        (n, id) => new("result of earlier", $"$resultsA['{n}']", [id], false),
        (n, id) => new("result of earlier, staging", $"$resultsB['{n}']", [id], true),
        (n, _) => new("node of another design", $"$elsewhere | Get-DrydockNode -Name {n}", [], null),
        (n, _) => new("CSV", $"@('Name,Rack', '{n},rack1') | ConvertFrom-Csv", [], null),
        (n, _) => new("CSV with host name", $"@('Hostname', '{n}') | ConvertFrom-Csv", [], null),
        (n, _) => new("selected", $"$site | Get-DrydockNode -Name {n} | Select-Object Name, Rack", [], null),
        (n, _) => new("hash table", $"@{{ Name = '{n}' }}", [], null),
        (n, _) => new("cast", $"[pscustomobject]@{{ Name = '{n}'; Image = 'jammy' }}", [], null),
        (n, _) => new("in a property", $"[pscustomobject]@{{ Node = [pscustomobject]@{{ Name = '{n}' }} }}", [], null),
        (n, _) => new("text", $"'{n}'", [], null),
        (n, _) => new("deserialised", $"[Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize(($site | Get-DrydockNode -Name {n})))", [], null),
        (n, _) => new("deserialised result", $"[Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($resultsB['{n}']))", [], null),
        (n, _) => new("machine", $"Get-MaasMachine -Hostname {n} -Session $a", [], false),
        (n, _) => new("filtered to nothing", "$site | Get-DrydockNode -Name nobody* -WarningAction SilentlyContinue", [], null),
        (n, _) => new("rack that is none", "$site | Get-DrydockNode -Rack r9", [], null),
        (n, _) => new("null", "$null", [], null),
    ];

    public static OperatorInput ForMachines(Random random, IReadOnlyList<MachineFacts> machines) =>
        Machines[random.Next(Machines.Length)](machines[random.Next(machines.Count)], machines[random.Next(machines.Count)]);

    public static OperatorInput ForNodes(Random random, IReadOnlyDictionary<string, string> idsByNode)
    {
        var (node, id) = idsByNode.ElementAt(random.Next(idsByNode.Count));
        return Nodes[random.Next(Nodes.Length)](node, id);
    }
}
