using System.Text;
using System.Text.Json.Nodes;
using Drydock.Maas.Design;

namespace Drydock.Maas.Provisioning.Deploy;

/// <summary>cloud-init user data of a node: the packages its boot actions install.</summary>
internal static class UserData
{
    /// <summary>User data as base64, or null when the node needs none.</summary>
    public static string? Of(DrydockNode node)
    {
        if (node.Packages.Count == 0)
            return null;
        var packages = new JsonArray([.. node.Packages.Select(Entry)]);

        // JSON is YAML too, and needs no quoting rules of our own.
        var text = "#cloud-config\n" + new JsonObject { ["packages"] = packages }.ToJsonString() + "\n";
        return Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
    }

    private static JsonNode Entry(KeyValuePair<string, string?> package) =>
        package.Value is null ? JsonValue.Create(package.Key) : new JsonArray(JsonValue.Create(package.Key), JsonValue.Create(package.Value));
}
