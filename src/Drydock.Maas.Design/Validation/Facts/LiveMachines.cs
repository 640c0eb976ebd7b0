using Drydock.Maas.Models;

namespace Drydock.Maas.Design.Validation.Facts;

/// <summary>Machines by what a design knows of them; the first of each wins.</summary>
internal sealed class LiveMachines
{
    private readonly Dictionary<Written<MacNumber>, Machine> _byMac = [];
    private readonly Dictionary<string, Machine> _byName = new(StringComparer.OrdinalIgnoreCase);

    public LiveMachines(IEnumerable<Machine> machines)
    {
        foreach (var machine in machines)
        {
            _byName.TryAdd(machine.Hostname, machine);
            foreach (var mac in machine.Interfaces.Select(i => i.Mac).Where(m => !m.IsEmpty))
                _byMac.TryAdd(mac, machine);
        }
    }

    public Machine? FindByMac(string? mac) => mac is null ? null : _byMac.GetValueOrDefault(MacNumber.Read(mac));

    public Machine? FindByName(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The node's machine by its boot MAC, else by its name.</summary>
    public Machine? Find(DrydockNode node) => string.IsNullOrEmpty(node.BootMac) ? FindByName(node.Name) : FindByMac(node.BootMac);
}
