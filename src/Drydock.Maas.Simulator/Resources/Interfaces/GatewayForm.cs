using System.Globalization;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Interfaces;

/// <summary><c>op=set_default_gateway</c>: the gateway of a link's subnet becomes its machine's.</summary>
internal sealed class GatewayForm(ApiCall call, SimulatedInterface nic)
{
    private readonly FieldErrors _errors = new(call.Form);
    private readonly List<SimulatedLink> _usable = nic.Links.FindAll(link => link.Subnet?.GatewayIp is not null);

    public ApiResponse Save()
    {
        var chosen = Chosen();
        if (_usable.Count == 0)
            _errors.Add("__all__", "This interface has no usable gateways.");
        else if (chosen is null)
            CheckIsUnique();
        _errors.ThrowIfAny();
        if (nic.Node is SimulatedMachine machine)
        {
            foreach (var link in chosen is null ? _usable.DistinctBy(link => link.Subnet!.IsV6) : [chosen])
                machine.ChooseGateway(link);
        }

        return ApiResponse.Json(InterfaceJson.Render(nic));
    }

    private SimulatedLink? Chosen()
    {
        if (call.Form.Get("link_id") is not { Length: > 0 } id)
            return null;
        var link = _usable.Find(link => Lookup.IsId(id, link.Id));
        if (link is null)
            _errors.Add("link_id", FieldErrors.ChoiceText("link_id", _usable.Select(link => link.Id.ToString(CultureInfo.InvariantCulture)), id));
        return link;
    }

    private void CheckIsUnique()
    {
        var several = _usable.Select(link => link.Subnet!).DistinctBy(subnet => subnet.GatewayIp).GroupBy(subnet => subnet.IsV6)
            .Where(family => family.Count() > 1).Select(family => family.Key ? "IPv6" : "IPv4").Order(StringComparer.Ordinal).ToList();
        if (several.Count > 0)
        {
            _errors.Add(
                "link_id",
                $"This field is required; Interface has more than one usable {string.Join(" and ", several)} gateway{(several.Count > 1 ? "s" : "")}.");
        }
    }
}
