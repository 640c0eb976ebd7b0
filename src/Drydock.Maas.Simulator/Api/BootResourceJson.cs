using System.Globalization;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Api;

/// <summary>An image, with its set of files when it is read alone.</summary>
internal static class BootResourceJson
{
    private const int FileSize = 512;

    private static readonly string[] SyncedFiles = ["boot-initrd", "boot-kernel", "root-dd", "squashfs"];

    public static JsonObject Render(SimulatedBootResource image)
    {
        var body = new JsonObject
        {
            ["id"] = image.Id,
            ["type"] = image.Type,
            ["name"] = image.Name,
            ["architecture"] = image.Architecture,
            ["resource_uri"] = SiteJson.Uri($"boot-resources/{image.Id}/"),
            ["last_deployed"] = null,
            ["subarches"] = image.Subarches,
        };
        if (image.Upload is not null)
            body["title"] = image.Title;
        foreach (var name in image.Upload is null ? new[] { "platform", "supported_platforms" } : [])
            body[name] = "generic";
        return body;
    }

    public static JsonObject RenderWhole(SimulatedBootResource image)
    {
        var body = Render(image);
        var version = image.Upload?.Created.ToString("yyyyMMdd", CultureInfo.InvariantCulture) ?? "20240101";
        body["sets"] = new JsonObject { [version] = image.Upload is { } file ? UploadedSet(image, file, version) : SyncedSet(version) };
        return body;
    }

    private static JsonObject UploadedSet(SimulatedBootResource image, SimulatedBootFile file, string version)
    {
        var body = File(file.Type, file.Sha256, file.Size, file.IsComplete);
        if (!file.IsComplete)
        {
            body["progress"] = file.Received / (double)file.Size;
            body["upload_uri"] = SiteJson.Uri($"boot-resources/{image.Id}/upload/{file.Id}/");
        }

        return Set(version, "uploaded", file.Size, file.IsComplete, new() { [file.Type] = body });
    }

    private static JsonObject SyncedSet(string version)
    {
        var files = new JsonObject();
        foreach (var type in SyncedFiles)
        {
            var digest = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(type));
            files[type] = File(type, Convert.ToHexString(digest).ToLower(CultureInfo.InvariantCulture), FileSize, complete: true);
        }

        return Set(version, "stable", FileSize * SyncedFiles.Length, complete: true, files);
    }

    private static JsonObject Set(string version, string label, long size, bool complete, JsonObject files) =>
        new() { ["version"] = version, ["label"] = label, ["size"] = size, ["complete"] = complete, ["files"] = files };

    private static JsonObject File(string type, string digest, long size, bool complete) =>
        new() { ["filename"] = type, ["filetype"] = type, ["sha256"] = digest, ["size"] = size, ["complete"] = complete };
}
