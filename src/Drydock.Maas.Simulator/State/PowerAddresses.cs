using System.Net;

namespace Drydock.Maas.Simulator.State;

/// <summary>The addresses of power controllers, which MAAS counts among those in use.</summary>
internal static class PowerAddresses
{
    private static readonly string[] OfSeveralMachines =
    [
        "apc", "dli", "eaton", "hmc", "hmcz", "lxd", "moonshot", "mscm", "msftocs", "nova", "proxmox", "raritan", "recs_box", "redfish",
        "sm15k", "ucsm", "virsh", "vmware",
    ];

    /// <summary>Each address with the machines it switches, in the order of the machines.</summary>
    public static IEnumerable<(IPAddress Address, IReadOnlyList<SimulatedMachine> Machines)> List(SimulatorState state) =>
        from machine in state.Nodes.OfType<SimulatedMachine>().OrderBy(machine => machine.Id)
        let address = GetAddress(machine)
        where address is not null
        group machine by address into machines
        select (machines.Key, (IReadOnlyList<SimulatedMachine>)machines.ToList());

    /// <summary>The number of the machine's controller; machines of a chassis share theirs.</summary>
    public static int GetNumber(SimulatorState state, SimulatedMachine machine)
    {
        if (machine.PowerController is { } known)
            return known;
        foreach (var other in state.Nodes.OfType<SimulatedMachine>().Where(other => other.PowerController is null).OrderBy(other => other.Id))
            other.PowerController = GetShare(state, other) ?? state.Ids.Next("bmc");
        return machine.PowerController!.Value;
    }

    private static int? GetShare(SimulatorState state, SimulatedMachine machine) => !OfSeveralMachines.Contains(machine.PowerType) ? null
        : state.Nodes.OfType<SimulatedMachine>().FirstOrDefault(other => other.PowerController is not null
            && other.PowerType == machine.PowerType && GetText(other) == GetText(machine))?.PowerController;

    private static string? GetText(SimulatedMachine machine) => machine.PowerParameters.GetValueOrDefault(machine.PowerType switch
    {
        "webhook" => "power_query_uri",
        "nova" => "os_authurl",
        _ => "power_address",
    })?.ToString();

    private static IPAddress? GetAddress(SimulatedMachine machine)
    {
        var text = GetText(machine) ?? "";
        if (IPAddress.TryParse(text.Trim('[', ']'), out var address))
            return address;
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && IPAddress.TryParse(uri.Host.Trim('[', ']'), out address) ? address : null;
    }
}
