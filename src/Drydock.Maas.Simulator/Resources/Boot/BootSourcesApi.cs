using System.Globalization;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Boot;

/// <summary><c>boot-sources/</c>: where images come from.</summary>
internal sealed class BootSourcesApi : IApiModule
{
    private const int LongestUrl = 200;
    private const int LongestFilename = 4096;

    public void Register(Router router)
    {
        router.Map("GET", "boot-sources/", null, call => ApiResponse.Json(ApiJson.List(call.State.BootSources, source => Render(call.State, source))));
        router.Map("POST", "boot-sources/", null, Create);
        router.Map("GET", "boot-sources/{id}/", null, call => ApiResponse.Json(Render(call.State, Find(call))));
        router.Map("PUT", "boot-sources/{id}/", null, Update);
        router.Map("DELETE", "boot-sources/{id}/", null, Delete);
        router.RestrictToAdmins("boot-sources/");
        router.RestrictToAdmins("boot-sources/{id}/");
    }

    public static SimulatedBootSource Find(ApiCall call) =>
        Lookup.ById(call, call.State.BootSources, source => source.Id, "BootSource");

    private static ApiResponse Create(ApiCall call)
    {
        var (url, filename, data) = Read(call, null);
        var source = new SimulatedBootSource
        {
            Id = call.State.Ids.Next("bootsource"),
            Url = url,
            KeyringFilename = filename,
            KeyringData = data,
            Created = call.State.Now,
            Updated = call.State.Now,
        };
        call.State.BootSources.Add(source);
        return ApiResponse.Json(Render(call.State, source), 201);
    }

    private static ApiResponse Update(ApiCall call)
    {
        var source = Find(call);
        (source.Url, source.KeyringFilename, source.KeyringData) = Read(call, source);
        source.Updated = call.State.Now;
        call.State.BootSources.Touch(source);
        return ApiResponse.Json(Render(call.State, source));
    }

    private static ApiResponse Delete(ApiCall call)
    {
        var source = Find(call);
        call.State.BootSources.Remove(source);
        call.State.BootSelections.RemoveAll(selection => selection.SourceId == source.Id);
        return ApiResponse.NoContent();
    }

    /// <summary>The keyring comes as a file; a text of that name is none.</summary>
    private static (string Url, string Filename, string Data) Read(ApiCall call, SimulatedBootSource? current)
    {
        var errors = new FieldErrors(call.Form);
        var url = current is null || call.Form.Has("url") ? errors.Text("url") : current.Url;
        if (url.Length > 0 && !UrlRules.IsUrl(url))
            errors.Add("url", "Enter a valid URL.");
        errors.CheckLength("url", url, LongestUrl);
        url = UrlRules.Complete(url);
        if (!errors.Has("url") && call.State.BootSources.Exists(other => other != current && other.Url == url))
            errors.Add("url", "Boot source with this Url already exists.");
        var filename = (call.Form.Get("keyring_filename") ?? current?.KeyringFilename ?? "").Trim();
        errors.CheckLength("keyring_filename", filename, LongestFilename);
        var data = call.Form.Files.GetValueOrDefault("keyring_data") is { } content ? Convert.ToBase64String(content) : current?.KeyringData ?? "";
        if (call.Form.Files.GetValueOrDefault("keyring_data") is { Length: 0 })
            errors.Add("keyring_data", "The submitted file is empty.");
        else if (filename.Length == 0 && data.Length == 0)
            errors.Add("__all__", "One of keyring_data or keyring_filename must be specified.");
        else if (filename.Length > 0 && data.Length > 0)
            errors.Add("__all__", "Only one of keyring_filename or keyring_data can be specified.");
        errors.ThrowIfAny();
        return (url, filename, data);
    }

    private static JsonObject Render(SimulatorState state, SimulatedBootSource source) => new()
    {
        ["created"] = TimeText.Stamp(state, source.Created),
        ["updated"] = TimeText.Stamp(state, source.Updated),
        ["url"] = source.Url,
        ["keyring_filename"] = source.KeyringFilename,
        ["keyring_data"] = source.KeyringData,
        ["id"] = source.Id,
        ["resource_uri"] = ApiJson.Uri($"boot-sources/{source.Id}/"),
    };
}
