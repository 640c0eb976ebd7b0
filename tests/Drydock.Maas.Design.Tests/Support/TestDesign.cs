namespace Drydock.Maas.Design.Tests.Support;

/// <summary>Reads designs out of texts.</summary>
internal static class TestDesign
{
    /// <summary>What a site needs so that a node of it compiles.</summary>
    public static string Hardware { get; } = Document("HardwareProfile", "generic", "{}");

    public static SiteDesign Read(params string[] texts) =>
        DesignReader.Read([.. texts.Select((t, i) => DesignSource.FromText(i == 0 ? "site.yaml" : $"site{i}.yaml", t))], null,
            TestContext.Current.CancellationToken);

    /// <summary>What is wrong with a design that must be refused.</summary>
    public static IReadOnlyList<DesignProblem> Problems(params string[] texts) =>
        Assert.Throws<DesignException>(() => Read(texts)).Problems;

    public static DesignProblem Problem(params string[] texts) => Assert.Single(Problems(texts));

    /// <summary>A document of the newer envelope; its data begins in line 5.</summary>
    public static string Document(string kind, string name, string data) =>
        $"---\nschema: drydock/{kind}/v1\nmetadata: {{name: {name}}}\ndata:\n{Indent(data)}\n";

    /// <summary>A document of the older envelope.</summary>
    public static string Older(string kind, string name, string spec) =>
        $"---\napiVersion: drydock/v1\nkind: {kind}\nmetadata: {{name: {name}}}\nspec:\n{Indent(spec)}\n";

    public static string Profile(string name, string data) => Document("HostProfile", name, data);

    /// <summary>A node with an address and a hardware profile, and the rest as given.</summary>
    public static string Node(string name, string data) =>
        Document("BaremetalNode", name, $"hardware_profile: generic\naddressing: [{{network: pxe, address: dhcp}}]\n{data}");

    /// <summary>Compiles the node n1 of these documents.</summary>
    public static DrydockNode Compile(params string[] documents) =>
        Read([string.Concat(documents.Append(Hardware))]).Nodes.Single(n => n.Name == "n1");

    /// <summary>A node whose profile is the parent, the child's data its own.</summary>
    public static DrydockNode Inherit(string parent, string child) =>
        Compile(Profile("p1", parent), Node("n1", $"host_profile: p1\n{child}"));

    private static string Indent(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(l => l.Length == 0 ? l : $"  {l}"));
}
