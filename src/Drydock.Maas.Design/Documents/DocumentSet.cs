using Drydock.Maas.Design.Documents.BootActions;
using Drydock.Maas.Design.Documents.Hosts;
using Drydock.Maas.Design.Documents.Networks;
using Drydock.Maas.Design.Documents.Properties;
using Drydock.Maas.Design.Documents.Sites;

namespace Drydock.Maas.Design.Documents;

/// <summary>All documents of a site, parsed, in the order read.</summary>
internal sealed class DocumentSet
{
    private readonly List<(string? Layer, Region Region)> _regions = [];
    private readonly List<Document> _deployment = [];
    private readonly Dictionary<string, Document> _seen = new(StringComparer.Ordinal);

    /// <summary>Every document, as it was written.</summary>
    public IEnumerable<Document> All => _seen.Values.Concat(_deployment);

    /// <summary>Layers, the least specific first; none where nothing was layered.</summary>
    public IReadOnlyList<string> Layers { get; init; } = [];

    /// <summary>The region of the most specific layer; of several there the last, as in Drydock.</summary>
    public Region? Region => _regions.OrderBy(r => Layers.ToList().IndexOf(r.Layer ?? "")).LastOrDefault().Region;

    /// <summary>The regions that do not count.</summary>
    public IReadOnlyList<Region> OtherRegions => [.. _regions.Select(r => r.Region).Where(r => r != Region)];

    public List<Rack> Racks { get; } = [];

    public List<NetworkLink> Links { get; } = [];

    public List<Network> Networks { get; } = [];

    public List<HardwareProfile> HardwareProfiles { get; } = [];

    public List<HostDocument> HostProfiles { get; } = [];

    public List<HostDocument> Nodes { get; } = [];

    public List<BootActionDocument> BootActions { get; } = [];

    /// <summary>Shipyard's documents that say how nodes are rolled out.</summary>
    public IReadOnlyList<AirshipDocument> Deployment { get; private set; } = [];

    /// <summary>What the schemas say against documents of the older envelope, which Drydock never checked.</summary>
    public List<DesignProblem> Warnings { get; } = [];

    /// <summary>Adds the documents that say how nodes are rolled out; of two with one name the first is where values are looked for.</summary>
    public void AddDeployment(IReadOnlyList<AirshipDocument> documents, IEnumerable<Document> origins)
    {
        Deployment = documents;
        _deployment.AddRange(origins.DistinctBy(d => (d.Kind, d.Name)));
    }

    /// <summary>Checks and parses a document and adds it; what is wrong in it is noted, and it counts all the same.</summary>
    public void Add(Document document, List<DesignProblem> problems)
    {
        if (!_seen.TryAdd(document.ToString(), document))
        {
            problems.Add(new DesignProblem
            {
                ErrorId = ErrorIds.DuplicateDocument,
                Message = $"{document} is defined a second time; first at {_seen[document.ToString()].Location}. Rename one, or take it out.",
                Location = document.Location,
                Document = document.ToString(),
                Path = DocumentPath.Root.ToString(),
            });
            return;
        }

        var report = new DocumentReport(document, document.IsBroken ? [] : problems);
        DocumentSchemas.Check(document, document.IsOlder ? new DocumentReport(document, Warnings) : report);
        Parse(document, PropertyReader.Create(document, report));
    }

    private void Parse(Document document, PropertyReader reader)
    {
        switch (document.Kind)
        {
            case "Region":
                _regions.Add((document.Layer, SiteReaders.ReadRegion(reader)));
                break;
            case "Rack":
                Racks.Add(SiteReaders.ReadRack(reader));
                break;
            case "NetworkLink":
                Links.Add(NetworkReaders.ReadLink(reader));
                break;
            case "Network":
                Networks.Add(NetworkReaders.ReadNetwork(reader));
                break;
            case "HardwareProfile":
                HardwareProfiles.Add(HardwareReader.Read(reader));
                break;
            case "HostProfile":
                HostProfiles.Add(HostReader.Read(reader));
                break;
            case "BaremetalNode":
                Nodes.Add(HostReader.Read(reader));
                break;
            default:
                BootActions.Add(BootActionReader.Read(reader));
                break;
        }
    }
}
