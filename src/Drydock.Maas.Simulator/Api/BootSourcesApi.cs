using System.Globalization;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Api;

/// <summary><c>boot-sources/</c>: where images come from; the one source there is can be read, not changed.</summary>
internal sealed class BootSourcesApi : IApiModule
{
    public void Register(Router router)
    {
        router.Map("GET", "boot-sources/", null, call => ApiResponse.Json(new JsonArray(Source(call.State))), Access.Admin);
        router.Map("POST", "boot-sources/", null, Create, Access.Admin);
        router.Map("GET", "boot-sources/{id}/", null, call => ApiResponse.Json(Find(call)), Access.Admin);
        router.Map("GET", "boot-sources/{id}/selections/", null, Selections, Access.Admin);
        router.Map("POST", "boot-sources/{id}/selections/", null, Select, Access.Admin);
        router.Map("GET", "boot-sources/{id}/selections/{selection}/", null, Selection, Access.Admin);
    }

    private static ApiResponse Create(ApiCall call)
    {
        var errors = new FieldErrors(call.Form);
        errors.Text("url");
        if (!call.Form.Has("keyring_data") && !call.Form.Has("keyring_filename"))
            errors.Add("__all__", "One of keyring_data or keyring_filename must be specified.");
        errors.ThrowIfAny();
        // Nothing is fetched from outside, so a further source is one that cannot be reached.
        return ApiResponse.Invalid("url", $"Unable to reach {call.Form.Get("url")}.");
    }

    private static ApiResponse Selections(ApiCall call)
    {
        Find(call);
        return ApiResponse.Json(SelectionsOf(call.State));
    }

    private static ApiResponse Selection(ApiCall call)
    {
        Find(call);
        var found = SelectionsOf(call.State).FirstOrDefault(item => Lookup.IsId(call.Route["selection"], item!["id"]!.GetValue<int>()));
        return ApiResponse.Json(found?.DeepClone() ?? throw Lookup.Missing("BootSourceSelection"));
    }

    private static JsonArray SelectionsOf(SimulatorState state)
    {
        var series = state.BootResources.Where(image => image.Type == "Synced").Select(image => image.Name).Distinct();
        return SiteJson.List(series.Select((name, index) => (name, id: index + 1)), item => new JsonObject
        {
            ["os"] = item.name.Split('/')[0],
            ["release"] = item.name.Split('/')[1],
            ["arches"] = SiteJson.Texts(["amd64"]),
            ["subarches"] = SiteJson.Texts(["*"]),
            ["labels"] = SiteJson.Texts(["*"]),
            ["id"] = item.id,
            ["boot_source_id"] = 1,
            ["resource_uri"] = SiteJson.Uri($"boot-sources/1/selections/{item.id}/"),
        });
    }

    private static ApiResponse Select(ApiCall call)
    {
        Find(call);
        var arches = string.Join(", ", call.Form.GetAll("arches").Select(arch => $"'{arch}'"));
        return ApiResponse.Invalid("arches", $"No available images to download for [{arches}]");
    }

    private static JsonObject Find(ApiCall call) => call.Route["id"] == "1" ? Source(call.State) : throw Lookup.Missing("BootSource");

    private static JsonObject Source(SimulatorState state)
    {
        var started = state.Started.ToString("yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture);
        return new()
        {
            ["created"] = started,
            ["updated"] = started,
            ["url"] = "http://images.maas.io/ephemeral-v3/stable/",
            ["keyring_filename"] = "/usr/share/keyrings/ubuntu-cloudimage-keyring.gpg",
            ["keyring_data"] = "",
            ["id"] = 1,
            ["resource_uri"] = SiteJson.Root + "boot-sources/1/",
        };
    }
}
