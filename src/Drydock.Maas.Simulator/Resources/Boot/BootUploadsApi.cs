using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Boot;

/// <summary><c>POST boot-resources/</c> and the chunks that follow.</summary>
internal sealed class BootUploadsApi : IApiModule
{
    public void Register(Router router)
    {
        router.Map("POST", "boot-resources/", null, Create, Access.Admin);
        router.Map("PUT", "boot-resources/{id}/upload/{file}/", null, Upload, Access.Admin);
    }

    private static ApiResponse Create(ApiCall call) =>
        ApiResponse.Json(BootResourceJson.RenderWhole(call.State, new BootUploadForm(call).Save(), isNew: true), 201);

    private static ApiResponse Upload(ApiCall call)
    {
        var image = Lookup.ById(call, call.State.BootResources, image => image.Id, "BootResource");
        var file = FindFile(call);
        if (call.Body.IsEmpty)
            return ApiResponse.Text(400, "Missing data.");
        if (image.Upload is null)
            return ApiResponse.Forbidden("Cannot upload to a resource of type: 0. ");
        if (file is null || file.IsComplete)
            return ApiResponse.Text(400, "Cannot upload to a complete file.");
        if (file.Received + call.Body.Length > file.Size)
            return ApiResponse.Text(400, "Too much data received.");
        var digest = file.Digest?.With(call.Body.Span);
        // What makes the file a wrong one is not taken.
        if (file.Received + call.Body.Length == file.Size && digest is not null && digest.ToText() != file.Sha256)
            return ApiResponse.Text(400, "Saved content does not match given SHA256 value.");
        file.Received += call.Body.Length;
        file.Digest = digest;
        return ApiResponse.BareText(200, "OK");
    }

    /// <summary>A file of whatever image, as MAAS looks for it by number alone; null for one that MAAS has fetched.</summary>
    private static SimulatedBootFile? FindFile(ApiCall call)
    {
        var id = IntegerText.Parse(call.Route["file"]) ?? -1;
        var uploaded = call.State.BootResources.SelectMany(image => image.OlderSets.Select(set => set.File).Append(image.Upload)).OfType<SimulatedBootFile>();
        return uploaded.FirstOrDefault(file => file.Id == id)
            ?? (BootVersions.IsSynced(call.State, id) ? null : throw Lookup.Missing("BootResourceFile"));
    }
}
