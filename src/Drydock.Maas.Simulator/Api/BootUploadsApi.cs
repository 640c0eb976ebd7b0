using System.Globalization;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Api;

/// <summary><c>POST boot-resources/</c> and the chunks that follow; digests are believed.</summary>
internal sealed class BootUploadsApi : IApiModule
{
    public void Register(Router router)
    {
        router.Map("POST", "boot-resources/", null, Create, Access.Admin);
        router.Map("PUT", "boot-resources/{id}/upload/{file}/", null, Upload, Access.Admin);
    }

    private static ApiResponse Create(ApiCall call)
    {
        var errors = new FieldErrors(call.Form);
        var (name, architecture, digest) = (errors.Text("name"), errors.Text("architecture"), errors.Text("sha256"));
        var size = errors.Text("size").Length > 0 ? errors.Number("size", 0, 0, int.MaxValue) : 0;
        CheckName(call, errors, name);
        errors.ThrowIfAny();
        var image = new SimulatedBootResource
        {
            Id = call.State.Ids.Next("bootresource"),
            Type = "Uploaded",
            Name = name.StartsWith("custom/", StringComparison.Ordinal) ? name["custom/".Length..] : name,
            Architecture = architecture,
            Title = call.Form.Get("title") ?? "",
            Subarches = architecture.Split('/')[^1],
            Upload = NewFile(call, digest, size),
        };
        call.State.BootResources.Add(image);
        return ApiResponse.Json(BootResourceJson.RenderWhole(image), 201);
    }

    private static SimulatedBootFile NewFile(ApiCall call, string digest, int size) => new()
    {
        Id = call.State.Ids.Next("bootfile"),
        Type = "root-" + (call.Form.Get("filetype") is { Length: > 0 } type ? type : "tgz"),
        Sha256 = digest,
        Size = size,
        Received = call.Form.Files.GetValueOrDefault("content")?.Length ?? 0,
        Created = call.State.Now,
    };

    private static void CheckName(ApiCall call, FieldErrors errors, string name)
    {
        if (errors.Any)
            return;
        var synced = call.State.BootResources.Where(image => image.Upload is null)
            .Select(image => image.Name).ToHashSet(StringComparer.Ordinal);
        var isCustom = name.StartsWith("custom/", StringComparison.Ordinal);
        if (synced.Contains(name))
            errors.Add("name", $"{name} is a reserved name");
        else if (isCustom && call.Form.Get("base_image") is { Length: > 0 } image && !synced.Contains(image))
            errors.Add("base_image", "custom images require a valid non-custom OS type base image");
    }

    private static ApiResponse Upload(ApiCall call)
    {
        var image = Lookup.ById(call, call.State.BootResources, image => image.Id, "BootResource");
        if (image.Upload is not { } file || call.Route["file"] != file.Id.ToString(CultureInfo.InvariantCulture))
            throw Lookup.Missing("BootResourceFile");
        if (call.Body.IsEmpty)
            return ApiResponse.Text(400, "Missing data.");
        if (file.Received + call.Body.Length > file.Size)
            return ApiResponse.Text(400, "Too much data received.");
        file.Received += call.Body.Length;
        return ApiResponse.BareText(200, "OK");
    }
}
