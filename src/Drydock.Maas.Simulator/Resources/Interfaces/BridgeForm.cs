using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Interfaces;

/// <summary>A bridge over one interface; one that is made on an allocated machine takes over its links, and goes with the release.</summary>
internal sealed class BridgeForm(ApiCall call, SimulatedNode node, SimulatedInterface? nic) : ChildInterfaceForm(call, node, nic, "bridge")
{
    private readonly SimulatorState _state = call.State;
    private readonly InterfaceFields _peek = new(call, node, null, new(call.Form));
    private readonly bool _isAcquired = nic is null && node is SimulatedMachine { Status: MachineStatus.Allocated };

    /// <summary>Its one parent is sent as <c>parent</c> when it is made.</summary>
    private string Field => Nic is null && (Fields.IsSent("parent") || !Fields.IsSent("parents")) ? "parent" : "parents";

    private string Reported => Nic is null ? "parent" : "parents";

    /// <summary>Makes it, with the links its parent had where it is one that goes again.</summary>
    public ApiResponse Make()
    {
        var links = _isAcquired && _peek.Parents(Field, Field) is [var parent] ? parent.Links.ToList() : [];
        var answer = Save();
        if (!_isAcquired)
            return answer;
        var bridge = Node.Interfaces[^1];
        bridge.Acquired = true;
        bridge.Links.AddRange(links);
        new InterfaceLinks(_state).EnsureLinkUp(bridge);
        return ApiResponse.Json(InterfaceJson.Render(bridge));
    }

    protected override void Read()
    {
        ReadNames();
        Parents = ReadParents(Field, Reported);
        if (Parents is not null && Problem(Parents) is { } problem)
        {
            Errors.Add(Reported, problem);
            Parents = null;
        }

        if (Parents is not null && !Errors.Has("vlan"))
            Inherit(Parents);
        CheckMac();
    }

    private string? Problem(List<SimulatedInterface> parents)
    {
        if (parents is not [var parent])
            return "A bridge interface must have exactly one parent.";
        if (parent.Type == "bridge")
            return "A bridge interface can't have another bridge interface as parent.";
        return parent.Children.Any(child => child.Type is "bond" or "bridge" && child != Nic)
            ? "A bridge interface can't have a parent that is already in a bond or a bridge."
            : null;
    }
}
