using System.Text.RegularExpressions;
using Drydock.Maas.Design;

namespace Drydock.Maas.Design.Documents;

/// <summary>Reader of BootAction documents.</summary>
internal static partial class BootActionReader
{
    private static readonly string[] DataSteps = ["base64_encode", "template", "base64_decode", "utf8_encode", "utf8_decode"];

    public static BootActionDocument Read(PropertyReader reader)
    {
        reader.OnlyInSchema("signaling", "assets", "node_filter");
        var action = new BootAction
        {
            Name = reader.Document.Name,
            Signaling = reader.Boolean("signaling") ?? true,
            Assets = [.. reader.Maps("assets").Select(ReadAsset)],
            Location = reader.Document.Location,
        };
        return new(action, reader.Map("node_filter") is { } filter ? ReadFilter(filter) : null);
    }

    private static BootActionAsset ReadAsset(PropertyReader reader)
    {
        reader.OnlyInSchema("type", "path", "location", "data", "location_pipeline", "data_pipeline", "permissions");
        var type = reader.OneOf("type", "unit", "file", "pkg_list");
        if (type is null && !reader.Has("type"))
            reader.Note("PropertyMissing", "type", "An asset needs a type: unit, file or pkg_list.");
        if (reader.Text("permissions") is { } permissions && !Octal().IsMatch(permissions))
            reader.Note("InvalidValue", "permissions", $"\"{permissions}\" is no octal permission of three digits.");
        if (reader.Text("path") is { } path && !path.StartsWith('/'))
            reader.Note("InvalidValue", "path", $"\"{path}\" is no absolute path.");
        return new BootActionAsset
        {
            Type = type ?? "",
            Path = reader.Text("path"),
            ContentLocation = reader.Text("location"),
            Data = type == "pkg_list" ? null : reader.Text("data"),
            Packages = type == "pkg_list" && reader.Has("data") ? reader.NullableTextMap("data") : new Dictionary<string, string?>(),
            LocationPipeline = ReadPipeline(reader, "location_pipeline", ["template"]),
            DataPipeline = ReadPipeline(reader, "data_pipeline", DataSteps),
            Permissions = reader.Text("permissions"),
        };
    }

    private static IReadOnlyList<string> ReadPipeline(PropertyReader reader, string name, string[] allowed)
    {
        var steps = reader.Texts(name) ?? [];
        foreach (var step in steps.Where(s => !allowed.Contains(s)))
            reader.Note("InvalidValue", name, $"\"{step}\" is none of {string.Join(", ", allowed)}.");
        return steps;
    }

    private static NodeFilterSet ReadFilter(PropertyReader reader) => new(
        reader.OneOf("filter_set_type", "union", "intersection") ?? "union",
        [.. reader.Maps("filter_set").Select(f => new NodeFilterTerm(
            f.OneOf("filter_type", "union", "intersection") ?? "union",
            f.Texts("node_names"),
            f.Texts("node_tags"),
            f.TextMap("node_labels", booleans: true),
            f.Texts("rack_names")))]);

    [GeneratedRegex("^[0-7]{3}$")]
    private static partial Regex Octal();
}
