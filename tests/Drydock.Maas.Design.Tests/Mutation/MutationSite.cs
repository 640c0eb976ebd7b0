using Drydock.Maas.Design.Tests.Support;
using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design.Tests.Mutation;

/// <summary>The valid site, and every way there is to spoil it.</summary>
internal sealed class MutationSite
{
    public const int LinesADocument = 4;
    private static readonly string[] References =
    [
        "host_profile", "hardware_profile", "isolcpus", "hugepagesz", "hugepages", "device_link", "networks", "allowed_networks",
            "primary_network",
        "default_network", "network", "volume_group", "rack", "node_names", "rack_names",
    ];
    private readonly IReadOnlyList<YamlMap> _documents;

    public MutationSite()
    {
        var problems = new List<DesignProblem>();
        _documents = [.. YamlStream.Read(
            FixtureFile.Read("site.yaml"), null, problems, TestContext.Current.CancellationToken).Cast<YamlMap>()];
        Assert.Empty(problems);
    }

    /// <summary>The site as it is.</summary>
    public string Text => string.Concat(_documents.Select(FlowText.Document));

    public IEnumerable<Mutation> Mutations() => _documents.SelectMany((d, i) => Below(d, i, GetName(d), []));

    public string Apply(Mutation mutation) =>
        string.Concat(_documents.Select((d, i) => FlowText.Document(i == mutation.Document ? mutation.Apply(d) : d)));

    private static string GetName(YamlMap document)
    {
        var kind = ((YamlScalar)document.Find("schema")!).Text.Split('/')[1];
        return $"{kind} {((YamlScalar)((YamlMap)document.Find("metadata")!).Find("name")!).Text}";
    }

    private static IEnumerable<Mutation> Below(YamlNode node, int document, string name, IReadOnlyList<object> steps)
    {
        var here = steps.Count == 0 ? [] : Kinds(node, steps).Select(k => new Mutation(document, name, steps, k));
        return node switch
        {
            YamlMap map => here.Concat(map.Entries.SelectMany(e => Below(e.Value, document, name, [.. steps, e.Key]))),
            YamlList list => here.Concat(list.Items.SelectMany((v, i) => Below(v, document, name, [.. steps, i]))),
            _ => here,
        };
    }

    private static IEnumerable<MutationKind> Kinds(YamlNode node, IReadOnlyList<object> steps)
    {
        yield return MutationKind.Remove;
        if (node is not YamlScalar { Kind: YamlScalarKind.Null })
            yield return MutationKind.Nothing;
        if (node is not YamlMap)
            yield return MutationKind.Mapping;
        if (node is not YamlList)
            yield return MutationKind.List;
        if (node is not YamlScalar { Kind: YamlScalarKind.Text })
            yield return MutationKind.Text;
        if (node is YamlScalar { Kind: YamlScalarKind.Text or YamlScalarKind.Boolean })
            yield return MutationKind.Number;
        if (node is YamlScalar { Kind: YamlScalarKind.Text } && References.Contains(steps.OfType<string>().Last()))
            yield return MutationKind.Reference;
    }
}
