using System.Text.RegularExpressions;
using Drydock.Maas.Design.Documents.Properties;

namespace Drydock.Maas.Design.Documents.BootActions;

/// <summary>Reader of BootAction documents.</summary>
internal static partial class BootActionReader
{
    private static readonly string[] DataSteps = ["base64_encode", "template", "base64_decode", "utf8_encode", "utf8_decode"];

    public static BootActionDocument Read(PropertyReader reader)
    {
        if (!reader.Has("assets"))
            reader.Note(ErrorIds.PropertyMissing, "assets", "assets is missing: a boot action has at least an empty list of them.");
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
        var type = reader.ReadChoice("type", "unit", "file", "pkg_list");
        if (type is null && !reader.Has("type"))
            reader.Note(ErrorIds.PropertyMissing, "type", "An asset needs a type: unit, file or pkg_list.");
        if (reader.Text("permissions") is { } permissions && !Octal().IsMatch(permissions))
            reader.Note(ErrorIds.InvalidValue, "permissions", $"\"{permissions}\" is no octal permission such as 644.");
        if (type is not null && !reader.Has("data") && !reader.Has("location"))
            reader.Note(ErrorIds.PropertyMissing, "data", "An asset needs its content in data, or a location to fetch it from.");
        if (type is "unit" or "file")
            _ = reader.RequiredText("path");
        reader.NoteMasked("location");
        reader.NoteMasked("data");
        return new BootActionAsset
        {
            Type = type ?? "",
            Path = reader.Text("path"),
            ContentLocation = reader.Text("location"),
            Data = type == "pkg_list" ? null : reader.Text("data"),
            Packages = type == "pkg_list" && !reader.IsNull("data") ? reader.NullableTextMap("data") : new Dictionary<string, string?>(),
            LocationPipeline = reader.ReadChoices("location_pipeline", "template"),
            DataPipeline = reader.ReadChoices("data_pipeline", DataSteps),
            Permissions = reader.Text("permissions"),
            Location = reader.GetLocation("location", "data"),
            HasLines = !reader.Has("location") && reader.IsBlock("data"),
        };
    }

    private static NodeFilterSet ReadFilter(PropertyReader reader) => new(
        ReadType(reader, "filter_set_type"),
        [.. reader.Maps("filter_set").Select(f => new NodeFilterTerm(
            ReadType(f, "filter_type"), f.Texts("node_names"), f.Texts("node_tags"), f.TextMap("node_labels"), f.Texts("rack_names")))]);

    private static string ReadType(PropertyReader reader, string name)
    {
        if (!reader.Has(name))
            reader.Note(ErrorIds.PropertyMissing, name, $"{name} is missing: say union or intersection.");
        return reader.ReadChoice(name, "union", "intersection") ?? "union";
    }

    [GeneratedRegex(@"^(0o)?[0-7]{3,}\z")]
    private static partial Regex Octal();
}
