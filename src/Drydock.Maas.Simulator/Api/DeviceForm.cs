using System.Globalization;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Machines;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Api;

/// <summary>The wanted state of a device.</summary>
internal sealed class DeviceForm(ApiCall call, SimulatedDevice? current)
{
    private readonly FieldErrors _errors = new(call.Form);

    public List<string> ReadMacs()
    {
        var macs = call.Form.GetAll("mac_addresses").SelectMany(text => text.Split(',', StringSplitOptions.RemoveEmptyEntries))
            .Select(mac => mac.Trim().ToLower(CultureInfo.InvariantCulture)).ToList();
        if (macs.Count == 0)
            _errors.Add("mac_addresses", FieldErrors.Required);
        foreach (var mac in macs)
            CheckMac(mac);
        return macs;
    }

    /// <summary>Leaves with a 400 when there is anything wrong.</summary>
    public void Check()
    {
        if (Given("hostname") is { } hostname)
            CheckHostname(hostname);
        MachinePlace.ReadDomain(call, _errors);
        if (Given("zone") is not null && Zone is null)
            _errors.Add("zone", FieldErrors.BadChoice);
        if (Given("parent") is not null && Parent is null)
            _errors.Add("parent", FieldErrors.BadChoice);
        _errors.ThrowIfAny();
    }

    public void ApplyTo(SimulatedDevice device)
    {
        device.Hostname = Given("hostname")?.Split('.')[0]
            ?? (device.Hostname.Length > 0 ? device.Hostname : $"device-{device.SystemId}");
        device.Description = call.Form.Get("description") ?? device.Description;
        device.Parent = Parent ?? device.Parent;
        device.Domain = Domain ?? (current is null ? Parent?.Domain : null) ?? device.Domain;
        device.Zone = Zone ?? device.Zone;
    }

    private SimulatedDomain? Domain => call.State.Domains.Find(domain => Lookup.Matches(Given("domain"), domain.Id, domain.Name));

    private SimulatedZone? Zone => call.State.Zones.Find(zone => zone.Name == Given("zone"));

    private SimulatedNode? Parent => Given("parent") is { } systemId ? call.State.Nodes.Find(systemId) : null;

    private string? Given(string field) => call.Form.Get(field) is { Length: > 0 } text ? text : null;

    private void CheckHostname(string hostname)
    {
        if (HostnameRules.Problem(hostname) is { } problem)
            _errors.Add("hostname", problem);
        else if (call.State.Nodes.Any(node => node != current && node.Hostname == hostname.Split('.')[0]))
            _errors.Add("hostname", "Node with this Hostname already exists.");
    }

    private void CheckMac(string mac)
    {
        if (!MacAddress.IsValid(mac))
            _errors.Add("mac_addresses", $"'{mac}' is not a valid MAC address.");
        foreach (var nic in call.State.Nodes.SelectMany(node => node.Interfaces).Where(nic => nic.MacAddress == mac))
            _errors.Add("mac_addresses", $"MAC address {mac} already in use on {nic.Node.Hostname}.");
    }
}
