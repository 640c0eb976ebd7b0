using Drydock.Maas.Simulator.Api;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Machines;

/// <summary>Changing interfaces by form; of a deployed machine's only the name.</summary>
internal static class InterfaceUpdate
{
    public static ApiResponse Apply(ApiCall call, SimulatedMachine machine, SimulatedInterface nic)
    {
        var errors = new FieldErrors(call.Form);
        var fields = new InterfaceFields(call, machine, errors);
        if (call.Form.Get("name") is { Length: > 0 } name)
            fields.CheckName(name, nic);
        if (machine.Status != MachineStatus.Deployed)
            fields.CheckSettings(nic.Type);
        if (call.Form.Get("mac_address") is { Length: > 0 } mac && !MacAddress.IsValid(mac))
            errors.Add("mac_address", $"'{mac}' is not a valid MAC address.");
        var vlan = fields.Vlan("vlan", nic.Vlan);
        var parents = call.Form.Has("parents") && nic.Type != "physical" ? fields.Parents() : null;
        errors.ThrowIfAny();
        if (call.Form.Get("name") is { Length: > 0 } renamed)
            nic.Name = renamed;
        if (machine.Status == MachineStatus.Deployed)
            return ApiResponse.Json(InterfaceJson.Render(nic));

        nic.MacAddress = call.Form.Get("mac_address") is { Length: > 0 } changed ? changed : nic.MacAddress;
        if (parents is not null)
        {
            nic.Parents.Clear();
            nic.Parents.AddRange(parents);
        }

        Move(nic, vlan);
        var work = new InterfaceWork(call, machine);
        if (nic.Type is "bond" or "bridge")
            work.Adopt(nic);
        InterfaceWork.SaveAbove(nic);
        return work.Finish(nic);
    }

    /// <summary>Another VLAN drops the interface's links.</summary>
    private static void Move(SimulatedInterface nic, SimulatedVlan? vlan)
    {
        if (nic.Vlan == vlan)
            return;
        nic.Links.Clear();
        nic.Vlan = vlan;
    }
}
