using Drydock.Maas.Design.Documents.Schema;

namespace Drydock.Maas.Design.Documents.Sites;

/// <summary>Region and Rack; Drydock's region.yaml and rack.yaml.</summary>
internal static class SiteSchemas
{
    // Drydock means to check the entries, but a slip in its schema keeps it from doing so.
    private static readonly MapRule Repository = MapRule.Loose(
        ("repo_type", ScalarRule.CreateChoice("apt", "rpm")),
        ("url", ScalarRule.Text),
        ("distributions", ListRule.Texts),
        ("subrepos", ListRule.Texts),
        ("components", ListRule.Texts),
        ("gpgkey", ScalarRule.Text),
        ("arches", ListRule.Texts),
        ("options", MapRule.Create(ScalarRule.Value))).Requiring("url");

    public static SchemaRule Region { get; } = new MapRule(
        ("tag_definitions", new ListRule(new MapRule(
            ("tag", ScalarRule.Text), ("definition_type", ScalarRule.CreateChoice("lshw_xpath")), ("definition", ScalarRule.Text))
            .Requiring("tag", "definition_type", "definition"))),
        ("authorized_keys", ListRule.Texts),
        ("repositories", MapRule.Create(Repository, ("remove_unlisted", ScalarRule.Boolean))));

    public static SchemaRule Rack { get; } = new MapRule(
        ("tor_switches", MapRule.Create(MapRule.Loose(("mgmt_ip", SchemaRule.Any), ("sdn_api_uri", SchemaRule.Any)))),
        ("location", MapRule.Create(SchemaRule.Any, ("clli", ScalarRule.Text), ("grid", ScalarRule.Text))),
        ("local_networks", ListRule.Texts),
        ("labels", MapRule.Free));
}
