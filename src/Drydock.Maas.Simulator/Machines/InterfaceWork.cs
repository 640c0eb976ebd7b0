using Drydock.Maas.Simulator.Api;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Machines;

/// <summary>What making and changing interfaces have in common, once the form is known to be right.</summary>
internal sealed class InterfaceWork(ApiCall call, SimulatedMachine machine)
{
    /// <summary>MAAS saves what stands on an interface with it, so that a bond or bridge there has its way again.</summary>
    public static void SaveAbove(SimulatedInterface nic)
    {
        foreach (var above in nic.Children.Where(c => c.Type is "bond" or "bridge").ToList())
            Follow(above);
    }

    public void Adopt(SimulatedInterface owner)
    {
        Follow(owner);
        if (owner.Links.Count == 0)
            LinkUp(owner);
    }

    /// <summary>Members of a bond or bridge lose their links and follow its VLAN.</summary>
    private static void Follow(SimulatedInterface owner)
    {
        foreach (var parent in owner.Parents)
        {
            parent.Links.Clear();
            var moves = parent.Vlan != owner.Vlan;
            parent.Vlan = owner.Vlan;
            if (moves && parent.Type is "bond" or "bridge")
                Follow(parent);
        }
    }

    public void LinkUp(SimulatedInterface nic) =>
        nic.Links.Add(new SimulatedLink { Id = call.State.Ids.Next("link"), Mode = "link_up", Created = call.State.Now });

    public SimulatedInterface Add(string name, string type, string mac, SimulatedVlan? vlan, IEnumerable<SimulatedInterface> parents)
    {
        var nic = new SimulatedInterface
        {
            Id = call.State.Ids.Next("interface"),
            Node = machine,
            Name = name,
            Type = type,
            MacAddress = mac,
            Vlan = vlan,
            Params = [],
            LinkConnected = false,
        };
        nic.Parents.AddRange(parents);
        machine.Interfaces.Add(nic);
        return nic;
    }

    /// <summary>Settings and tags of the form, and the answer.</summary>
    public ApiResponse Finish(SimulatedInterface nic)
    {
        InterfaceSettings.Apply(call.Form, nic);
        if (call.Form.Has("tags"))
        {
            nic.Tags.Clear();
            nic.Tags.AddRange(call.Form.Get("tags")!.Split(',', StringSplitOptions.RemoveEmptyEntries));
        }

        call.State.AutoFabrics.Sweep();
        return ApiResponse.Json(InterfaceJson.Render(nic));
    }
}
