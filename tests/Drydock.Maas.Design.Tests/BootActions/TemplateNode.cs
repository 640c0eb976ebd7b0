using Drydock.Maas.Design.Templates;
using Drydock.Maas.Design.Templates.Values;

namespace Drydock.Maas.Design.Tests.BootActions;

/// <summary>A node and an action as templates see them.</summary>
internal static class TemplateNode
{
    public static Dictionary<string, object> Values { get; } = new(StringComparer.Ordinal)
    {
        ["node"] = Mapping(
            "node",
            ("hostname", "n1"),
            ("tags", new List<object> { "gpu", "rack1" }),
            ("none", NoneValue.Instance),
            ("text", "{{ hostname }} <é>"),
            ("labels", Mapping("node.labels", ("role", "compute"), ("zone a", "1/2 & 3"))),
            ("network", Mapping("node.network", ("oam-net", Mapping("node.network.oam-net", ("ip", "10.0.0.5")))))),
        ["action"] = Mapping("action", ("design_ref", "file:///a b/c?d")),
    };

    public static string Render(string template) => JinjaTemplate.Parse(template).Render(Values, TestContext.Current.CancellationToken);

    private static TemplateMapping Mapping(string name, params (string Key, object Value)[] entries) =>
        new(name, entries.ToDictionary(e => e.Key, e => e.Value, StringComparer.Ordinal));
}
