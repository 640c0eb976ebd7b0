using System.Text.RegularExpressions;
using Drydock.Maas.Design.Documents.Schema;

namespace Drydock.Maas.Design.Documents.BootActions;

/// <summary>BootAction; Drydock's bootaction.yaml.</summary>
internal static partial class BootActionSchema
{
    private static readonly SchemaRule FilterType = ScalarRule.CreateChoice("union", "intersection");

    private static readonly SchemaRule Asset = new MapRule(
        ("type", ScalarRule.CreateChoice("unit", "file", "pkg_list")),
        ("path", ScalarRule.Matching("an absolute path", AbsolutePath())),
        ("location", ScalarRule.Text),
        ("data", new AssetDataRule()),
        ("location_pipeline", new ListRule(ScalarRule.CreateChoice("template"))),
        ("data_pipeline", new ListRule(ScalarRule.CreateChoice("base64_encode", "template", "base64_decode", "utf8_encode", "utf8_decode"))),
        ("permissions", ScalarRule.Matching("octal digits in quotes, as '644'", Digits())))
        .Requiring("type");

    public static SchemaRule Rule { get; } = new MapRule(
        ("signaling", ScalarRule.Boolean),
        ("assets", new ListRule(Asset)),
        ("node_filter", new MapRule(
            ("filter_set_type", FilterType),
            ("filter_set", new ListRule(new MapRule(
                ("filter_type", FilterType),
                ("node_names", ListRule.Texts),
                ("node_tags", ListRule.Texts),
                ("node_labels", MapRule.Create(ScalarRule.Value)),
                ("rack_names", ListRule.Texts),
                ("rack_labels", MapRule.Create(ScalarRule.Value)))
                .Requiring("filter_type"))))
            .Requiring("filter_set_type")))
        .Requiring("assets");

    [GeneratedRegex(@"^/[\s\S]+")]
    private static partial Regex AbsolutePath();

    [GeneratedRegex("[0-9]{3}")]
    private static partial Regex Digits();
}
