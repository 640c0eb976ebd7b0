using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Api;

/// <summary><c>boot-sources/1/selections/</c>; the images there already are show as selected.</summary>
internal sealed class BootSelectionsApi : IApiModule
{
    public void Register(Router router)
    {
        router.Map("GET", "boot-sources/{id}/selections/", null, call => ApiResponse.Json(SiteJson.List(All(call), Render)), Access.Admin);
        router.Map("POST", "boot-sources/{id}/selections/", null, Create, Access.Admin);
        router.Map("GET", "boot-sources/{id}/selections/{selection}/", null, call => ApiResponse.Json(Render(Find(call))), Access.Admin);
        router.Map("PUT", "boot-sources/{id}/selections/{selection}/", null, Update, Access.Admin);
        router.Map("DELETE", "boot-sources/{id}/selections/{selection}/", null, Delete, Access.Admin);
    }

    private static List<SimulatedBootSelection> All(ApiCall call)
    {
        BootSourcesApi.Require(call);
        var state = call.State;
        var names = state.BootResources.Where(image => image.Type == "Synced").Select(image => image.Name).Distinct();
        foreach (var name in names.Where(n => !state.BootSelections.Exists(s => $"{s.Os}/{s.Release}" == n)).ToList())
        {
            state.BootSelections.Add(new()
            {
                Id = state.Ids.Next("bootselection"),
                Os = name.Split('/')[0],
                Release = name.Split('/')[1],
                Arches = ["amd64"],
                Subarches = ["*"],
                Labels = ["*"],
            });
        }

        return state.BootSelections;
    }

    private static ApiResponse Create(ApiCall call)
    {
        var present = All(call);
        var errors = new FieldErrors(call.Form);
        var (os, release) = (errors.Text("os"), errors.Text("release"));
        if (!errors.Any && (os != "ubuntu" || !BootImports.Series.ContainsKey(release)))
            errors.Add("os", $"OS {os} with release {release} has no available images for download");
        var selection = new SimulatedBootSelection { Id = 0, Os = os, Release = release };
        Apply(call, errors, selection);
        if (!errors.Any && present.Exists(s => s.Os == os && s.Release == release))
            errors.Add("__all__", "Boot source selection with this Boot source, Os and Release already exists.");
        errors.ThrowIfAny();
        selection = new()
        {
            Id = call.State.Ids.Next("bootselection"),
            Os = os,
            Release = release,
            Arches = selection.Arches,
            Subarches = selection.Subarches,
            Labels = selection.Labels,
        };
        present.Add(selection);
        return ApiResponse.Json(Render(selection));
    }

    private static ApiResponse Update(ApiCall call)
    {
        var selection = Find(call);
        var errors = new FieldErrors(call.Form);
        Apply(call, errors, selection);
        errors.ThrowIfAny();
        return ApiResponse.Json(Render(selection));
    }

    private static ApiResponse Delete(ApiCall call)
    {
        call.State.BootSelections.Remove(Find(call));
        return ApiResponse.NoContent();
    }

    private static void Apply(ApiCall call, FieldErrors errors, SimulatedBootSelection selection)
    {
        var arches = errors.Values("arches", selection.Arches);
        if (arches.Exists(a => a != "*" && !BootImports.Arches.Contains(a)))
            errors.Add("arches", $"No available images to download for [{string.Join(", ", arches.Select(a => $"'{a}'"))}]");
        if (errors.Any)
            return;
        selection.Arches = arches;
        selection.Subarches = errors.Values("subarches", selection.Subarches);
        selection.Labels = errors.Values("labels", selection.Labels);
    }

    private static SimulatedBootSelection Find(ApiCall call) =>
        All(call).Find(s => Lookup.IsId(call.Route["selection"], s.Id)) ?? throw Lookup.Missing("BootSourceSelection");

    private static JsonObject Render(SimulatedBootSelection selection) => new()
    {
        ["os"] = selection.Os,
        ["release"] = selection.Release,
        ["arches"] = SiteJson.Texts(selection.Arches),
        ["subarches"] = SiteJson.Texts(selection.Subarches),
        ["labels"] = SiteJson.Texts(selection.Labels),
        ["id"] = selection.Id,
        ["boot_source_id"] = 1,
        ["resource_uri"] = SiteJson.Uri($"boot-sources/1/selections/{selection.Id}/"),
    };
}
