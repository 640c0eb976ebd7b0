using System.Globalization;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Interfaces;

/// <summary><c>op=unlink_subnet</c>: a link is taken off an interface.</summary>
internal sealed class UnlinkForm(ApiCall call, SimulatedInterface nic)
{
    public ApiResponse Save()
    {
        var errors = new FieldErrors(call.Form);
        var id = errors.Text("id");
        var link = nic.Links.Find(link => Lookup.IsId(id, link.Id));
        if (link is null && id.Length > 0)
            errors.Add("id", FieldErrors.ChoiceText("id", nic.Links.Select(link => link.Id.ToString(CultureInfo.InvariantCulture)), id));
        errors.ThrowIfAny();
        new InterfaceLinks(call.State).Unlink(nic, link!);
        return ApiResponse.Json(InterfaceJson.Render(nic));
    }
}
