using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Conversion;

/// <summary>
/// Chooses the primary networks of nodes, which tell the default gateway and the DNS domain: a network has one domain, which is that of its nodes.
/// </summary>
internal sealed class PrimaryNetworks
{
    private readonly Dictionary<string, string?> _ofMachines = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string> _domains = [];
    private readonly string _default;

    /// <summary>Chooses them.</summary>
    /// <param name="machines">The machines with their interfaces.</param>
    /// <param name="subnets">The subnets that are described.</param>
    /// <param name="domains">The domains of the MAAS.</param>
    /// <param name="getName">The names of networks.</param>
    /// <param name="findings">Takes what cannot be said.</param>
    public PrimaryNetworks(
        IReadOnlyList<(Machine Machine, IReadOnlyList<InterfaceTree> Trees)> machines,
        IReadOnlyList<Subnet> subnets,
        IReadOnlyList<Domain> domains,
        Func<Subnet, string> getName,
        ConversionFindings findings)
    {
        _default = domains.FirstOrDefault(d => d.IsDefault)?.Name ?? "local";
        var choices = machines.Select(m => (m.Machine, Candidates: Rank(m.Machine, m.Trees, subnets))).ToList();

        // Those whose gateway is chosen leave no choice.
        foreach (var (machine, candidates) in choices.OrderByDescending(c => FindChosen(c.Machine) is not null).ThenBy(c => c.Candidates.Count))
        {
            var domain = machine.Domain?.Name ?? _default;
            var found = candidates.Find(c => _domains.GetValueOrDefault(c.Id, domain) == domain);
            if (found is null && candidates.Count > 0)
            {
                found = candidates[0];
                findings.AddLeftOut($"Machine {machine}", "domain", $"it is in domain {domain}, while other machines of its networks are in {_domains[found.Id]}, and a network has one domain", "Move it in MAAS, or give it a primary network of its own.", machine.Hostname);
            }

            if (found is not null)
                _domains.TryAdd(found.Id, domain);
            _ofMachines[machine.SystemId] = found is null ? null : getName(found);
            if (found is null && domain != "local")
                findings.AddLeftOut($"Machine {machine}", "domain", $"it is in domain {domain}, and no network tells that", "Give it a primary network.", machine.Hostname);
        }
    }

    /// <summary>The name of a machine's primary network; null for none.</summary>
    public string? Find(Machine machine) => _ofMachines[machine.SystemId];

    /// <summary>The domain of a subnet's network.</summary>
    public string FindDomain(Subnet subnet) => _domains.GetValueOrDefault(subnet.Id) ?? _default;

    /// <summary>The domain of networks that no node has as its primary one.</summary>
    public string Default => _default;

    /// <summary>
    /// The networks that would do, the best first. A node with a static address on its primary network has that network's gateway chosen, so that
    /// such a one is not taken where MAAS chooses by itself.
    /// </summary>
    private static List<Subnet> Rank(Machine machine, IReadOnlyList<InterfaceTree> trees, IReadOnlyList<Subnet> subnets)
    {
        var known = subnets.ToDictionary(s => s.Id);
        var places = trees.SelectMany(t => t.Places).Where(p => known.ContainsKey(p.Subnet.Id)).ToList();
        if (FindChosen(machine) is { } chosen && places.Find(p => p.Link.Id == chosen) is { } place)
            return [known[place.Subnet.Id]];
        return
        [
            .. places.Where(p => p.Link.Mode == "static" && string.IsNullOrEmpty(known[p.Subnet.Id].GatewayIP)).Select(p => known[p.Subnet.Id]),
            .. places.Where(p => p.Link.Mode == "dhcp").Select(p => known[p.Subnet.Id]),
            .. places.Where(p => p.Link.Mode == "link_up").Select(p => known[p.Subnet.Id]),
            .. subnets.Where(s => machine.BootInterface?.Vlan?.Id == s.Vlan?.Id && !IsStatic(s)),
            .. subnets.Where(s => !IsStatic(s)),
        ];

        bool IsStatic(Subnet subnet) => places.Exists(p => p.Subnet.Id == subnet.Id && p.Link.Mode == "static");
    }

    /// <summary>The link by which somebody chose the default gateway; null where MAAS chooses.</summary>
    private static int? FindChosen(Machine machine) =>
        new[] { machine.DefaultGateways?.Ipv4, machine.DefaultGateways?.Ipv6 }.FirstOrDefault(g => g?.LinkId is not null && !string.IsNullOrEmpty(g.GatewayIP))?.LinkId;
}
