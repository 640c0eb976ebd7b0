using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Drydock.Maas.Design;

namespace Drydock.Maas.Provisioning.Nodes.Deploy;

/// <summary>cloud-init user data of a node: files, units and packages of its boot actions.</summary>
/// <param name="Base64">As MAAS takes it; null when the node needs none.</param>
/// <param name="Summary">What it carries, for the plan; null when it carries nothing.</param>
internal sealed record UserData(string? Base64, string? Summary)
{
    // MAAS's web server takes requests of 10 MiB; base64 grows a little in a form.
    private const int MostCharacters = 9 * 1024 * 1024;

    private static readonly string[] UnitFolders =
        ["/etc/systemd/system", "/lib/systemd/system", "/usr/lib/systemd/system", "/usr/local/lib/systemd/system"];

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Makes the user data of what was rendered; the same assets make the same text.</summary>
    /// <exception cref="NodeException">UserDataTooLarge.</exception>
    public static UserData Make(DrydockNode node, IReadOnlyList<RenderedAsset> assets)
    {
        var packages = Packages(assets);
        var files = assets.Where(a => a.Path is not null).ToList();
        if (packages.Count == 0 && files.Count == 0)
            return new(null, null);
        var config = new JsonObject();
        if (files.Count > 0)
            config["write_files"] = new JsonArray([.. files.Select(File)]);
        if (packages.Count > 0)
            config["packages"] = new JsonArray([.. packages.Select(Package)]);
        if (Commands(files) is { Count: > 0 } commands)
            config["runcmd"] = new JsonArray([.. commands.Select(c => new JsonArray([.. c.Select(w => JsonValue.Create(w))]))]);

        // JSON is YAML too, and needs no quoting rules of our own.
        var text = Convert.ToBase64String(Encoding.UTF8.GetBytes($"#cloud-config\n{config.ToJsonString(Plain)}\n"));
        return text.Length <= MostCharacters ? new(text, Summarize(files, packages.Count)) : throw TooLarge(node, files, text.Length);
    }

    private static List<KeyValuePair<string, string?>> Packages(IReadOnlyList<RenderedAsset> assets)
    {
        var packages = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (name, version) in assets.SelectMany(a => a.Packages))
            packages[name] = version;
        return [.. packages];
    }

    private static JsonObject File(RenderedAsset asset) => new()
    {
        ["path"] = asset.Path,
        ["owner"] = "root:root",
        ["permissions"] = asset.Permissions,
        ["encoding"] = "b64",
        ["content"] = Convert.ToBase64String(asset.Content.Span),
    };

    private static JsonNode Package(KeyValuePair<string, string?> package) => string.IsNullOrEmpty(package.Value)
        ? JsonValue.Create(package.Key)
        : new JsonArray(JsonValue.Create(package.Key), JsonValue.Create(package.Value));

    /// <summary>
    /// Drydock enables units before the first boot, and what their targets want is then started; here the boot is under way,
    /// so the default target is asked to start what it now wants.
    /// </summary>
    private static List<string[]> Commands(List<RenderedAsset> files)
    {
        var units = files.Where(f => f.Type == "unit").Select(f => Unit(f.Path!)).Distinct(StringComparer.Ordinal).ToList();
        return units.Count == 0
            ? []
            :
            [
                ["systemctl", "daemon-reload"],
                .. units.Select(u => new[] { "systemctl", "enable", u }),
                ["systemctl", "start", "--no-block", "default.target"],
            ];
    }

    private static string Unit(string path)
    {
        var end = path.LastIndexOf('/');
        return UnitFolders.Contains(path[..end]) ? path[(end + 1)..] : path;
    }

    private static string Summarize(List<RenderedAsset> files, int packages)
    {
        var units = files.Count(f => f.Type == "unit");
        string[] parts = [Count(files.Count - units, "file"), Count(units, "unit"), Count(packages, "package")];
        return "with " + string.Join(", ", parts.Where(p => p.Length > 0));
    }

    private static string Count(int count, string what) =>
        count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    private static NodeException TooLarge(DrydockNode node, List<RenderedAsset> files, int length)
    {
        var largest = files.OrderByDescending(f => f.Size).Take(3)
            .Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Path} of {f.BootAction} ({f.Size:N0} bytes)"));
        return new NodeException(
            ErrorIds.UserDataTooLarge,
            string.Create(CultureInfo.InvariantCulture,
                $"The boot actions of node {node.Name} make {length:N0} characters of user data, and MAAS takes {MostCharacters:N0}. ")
            + $"The largest are {string.Join(", ", largest)}; fetch them on the machine instead.");
    }
}
