using System.Text;
using System.Text.Json;
using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Engine.Observe;

/// <summary>A disk as the main script of commissioning saw it; MAAS keeps less of it in its own list.</summary>
/// <param name="Name">The kernel's name for it then.</param>
/// <param name="Serial">Its serial number.</param>
/// <param name="Wwn">Its world wide name.</param>
/// <param name="ById">Its name in /dev/disk/by-id.</param>
/// <param name="ByPath">Its name in /dev/disk/by-path.</param>
internal sealed record CommissionedDisk(string Name, string? Serial, string? Wwn, string? ById, string? ByPath)
{
    /// <summary>The script whose output has the disks.</summary>
    public const string Script = "50-maas-01-commissioning";

    /// <summary>Reads the disks out of the newest output of the script; none where there is none that can be read.</summary>
    public static IReadOnlyList<CommissionedDisk> Read(IReadOnlyList<ScriptResultSet> sets)
    {
        var result = sets.OrderByDescending(s => s.Id).SelectMany(s => s.Results).FirstOrDefault(r => r.Name == Script);
        try
        {
            using var document = JsonDocument.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(result?.Stdout ?? result?.Output ?? "")));
            var root = document.RootElement.TryGetProperty("resources", out var resources) ? resources : document.RootElement;
            return [.. root.GetProperty("storage").GetProperty("disks").EnumerateArray().Select(ReadDisk)];
        }
        catch (Exception e) when (e is JsonException or FormatException or KeyNotFoundException or InvalidOperationException)
        {
            return [];
        }
    }

    private static CommissionedDisk ReadDisk(JsonElement disk)
    {
        return new(Text("id") ?? "", Text("serial"), Text("wwn"), Text("device_id"), Text("device_path"));

        string? Text(string name) =>
            disk.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
    }
}
