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
    }

    /// <summary>Leaves with a 404 unless the call is about the one source.</summary>
    public static void Require(ApiCall call) => Find(call);

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
