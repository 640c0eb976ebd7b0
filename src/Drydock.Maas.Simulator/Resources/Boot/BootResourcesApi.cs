using System.Globalization;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulation;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Boot;

/// <summary><c>boot-resources/</c>: the images there are.</summary>
internal sealed class BootResourcesApi : IApiModule
{
    public void Register(Router router)
    {
        router.Map("GET", "boot-resources/", null, List);
        router.Map("GET", "boot-resources/", "is_importing", call => ApiResponse.Json(IsImporting(call)));
        router.Map("POST", "boot-resources/", "import", Import, Access.Admin);
        router.Map("POST", "boot-resources/", "stop_import", StopImport, Access.Admin);
        router.Map("GET", "boot-resources/{id}/", null, Get);
        router.Map("DELETE", "boot-resources/{id}/", null, Delete, Access.Admin);
    }

    private static bool IsImporting(ApiCall call) =>
        call.State.Faults.Strike(SimulatorFaultKind.ImageImport) is not null || BootImports.IsRunning(call.State);

    private static ApiResponse Import(ApiCall call)
    {
        BootImports.Start(call.State);
        return ApiResponse.Text(200, "Import of boot resources started");
    }

    private static ApiResponse StopImport(ApiCall call)
    {
        BootImports.Stop(call.State);
        return ApiResponse.Text(200, "Import of boot resources is being stopped");
    }

    private static ApiResponse List(ApiCall call)
    {
        BootImports.IsRunning(call.State);
        var type = call.Query.Get("type") is { } text and not "all" ? text : null;
        var types = call.State.Rules.BootResourceTypes;
        if (type is not null && !types.Contains(type))
            return ApiResponse.Text(
                400,
                $"'{type}' is not a valid boot resource type. Available types: [{string.Join(", ", types.Select(name => $"'{name}'"))}]");
        var images = call.State.BootResources.Where(image => type is null || image.Type.Equals(type, StringComparison.OrdinalIgnoreCase));
        var ordered = images.OrderByDescending(image => image.Type == "Synced").ThenBy(image => image.Name, StringComparer.Ordinal)
            .ThenBy(image => image.Architecture, StringComparer.Ordinal);
        return ApiResponse.Json(ApiJson.List(ordered, image => BootResourceJson.Render(call.State, image)));
    }

    private static ApiResponse Get(ApiCall call)
    {
        var image = Lookup.ById(call, call.State.BootResources, image => image.Id, "BootResource");
        return ApiResponse.Json(BootResourceJson.RenderWhole(call.State, image));
    }

    private static ApiResponse Delete(ApiCall call)
    {
        var image = call.State.BootResources.Find(image => Lookup.IsId(call.Route["id"], image.Id));
        // A real MAAS fails here rather than answer 404.
        if (image is null)
            return ApiResponse.Text(500, "BootResource matching query does not exist.");
        call.State.BootResources.Remove(image);
        return ApiResponse.NoContent();
    }
}

/// <summary>An image, with its sets of files when it is read alone.</summary>
internal static class BootResourceJson
{
    private const int FileSize = 512;
    private const string Deployed = "deployed ";
    private const int ShortDigest = 7;

    private static readonly string[] SyncedFiles = ["boot-initrd", "boot-kernel", "root-dd", "squashfs"];

    public static JsonObject Render(SimulatorState state, SimulatedBootResource image)
    {
        var body = new JsonObject
        {
            ["id"] = image.Id,
            ["type"] = image.Type,
            ["name"] = image.Name,
            ["architecture"] = image.Architecture,
            ["resource_uri"] = ApiJson.Uri($"boot-resources/{image.Id}/"),
            ["last_deployed"] = LastDeployed(state, image)?.ToString("yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture),
            ["subarches"] = image.Subarches,
        };
        if (image.Upload is not null)
            body["title"] = image.Title;
        if (image.Upload is not null && state.Rules.TellsHowUploadsAreKept)
            body["base_image"] = image.BaseImage ?? "";
        foreach (var name in image.Upload is null ? new[] { "platform", "supported_platforms" } : [])
            body[name] = "generic";
        return body;
    }

    /// <summary>The newest set first; the list of all images says of none whether it is complete.</summary>
    public static JsonObject RenderWhole(SimulatorState state, SimulatedBootResource image, bool isNew = false)
    {
        var body = Render(state, image);
        if (isNew)
            body["last_deployed"] = null;
        var sets = new JsonObject();
        if (image.Upload is { } file)
            sets[BootVersions.GetVersion(image)] = UploadedSet(state, image, BootVersions.GetVersion(image), file);
        else
            sets[BootVersions.OfSynced] = SyncedSet(BootVersions.OfSynced);
        foreach (var older in image.OlderSets.AsEnumerable().Reverse())
            sets[older.Version] = UploadedSet(state, image, older.Version, older.File);
        body["sets"] = sets;
        return body;
    }

    /// <summary>When a deployment with it last ended; that is told of all kernels of a release together.</summary>
    private static DateTimeOffset? LastDeployed(SimulatorState state, SimulatedBootResource image)
    {
        var name = $"{Deployed}{image.Name}/{image.Architecture.Split('/')[0]}/";
        return state.Journal.FindLast(entry => entry.Description.StartsWith(name, StringComparison.Ordinal))?.Created ?? image.LastDeployed;
    }

    private static JsonObject UploadedSet(SimulatorState state, SimulatedBootResource image, string version, SimulatedBootFile? file)
    {
        var set = Set(version, "uploaded", file?.Size ?? 0, file?.IsComplete == true);
        if (file?.IsComplete != true)
            set["progress"] = file is null or { Received: 0 } ? 0 : 100.0 * file.Received / file.Size;
        var files = new JsonObject();
        if (file is not null)
            files[GetName(state, file)] = UploadedFile(state, image, file);
        set["files"] = files;
        return set;
    }

    /// <summary>Archives need an ending for machines to boot from them.</summary>
    private static string GetName(SimulatorState state, SimulatedBootFile file) =>
        state.Rules.TellsHowUploadsAreKept && file.Type is ("root-tgz" or "root-tbz" or "root-txz") ? file.Type.Replace('-', '.') : file.Type;

    private static JsonObject UploadedFile(SimulatorState state, SimulatedBootResource image, SimulatedBootFile file)
    {
        var body = File(file.Type, file.Sha256, file.Size, file.IsComplete);
        body["filename"] = GetName(state, file);
        if (state.Rules.TellsHowUploadsAreKept)
            body["filename_on_disk"] = file.Sha256[..Math.Min(ShortDigest, file.Sha256.Length)];
        if (file.IsComplete)
            return body;
        // The quotient is the wrong way round in MAAS.
        body["progress"] = file.Received == 0 ? 0 : file.Size / (double)file.Received;
        body["upload_uri"] = ApiJson.Uri($"boot-resources/{image.Id}/upload/{file.Id}/");
        return body;
    }

    private static JsonObject SyncedSet(string version)
    {
        var files = new JsonObject();
        foreach (var type in SyncedFiles)
        {
            var digest = new Sha256Digest().With(System.Text.Encoding.ASCII.GetBytes(type)).ToText();
            files[type] = File(type, digest, FileSize, complete: true);
        }

        var set = Set(version, "stable", FileSize * SyncedFiles.Length, complete: true);
        set["files"] = files;
        return set;
    }

    private static JsonObject Set(string version, string label, long size, bool complete) =>
        new() { ["version"] = version, ["label"] = label, ["size"] = size, ["complete"] = complete };

    private static JsonObject File(string type, string digest, long size, bool complete) =>
        new() { ["filename"] = type, ["filetype"] = type, ["sha256"] = digest, ["size"] = size, ["complete"] = complete };
}
