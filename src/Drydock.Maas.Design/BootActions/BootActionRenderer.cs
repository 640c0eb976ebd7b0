using System.Globalization;
using Drydock.Maas.Security;

namespace Drydock.Maas.Design.BootActions;

/// <summary>Renders boot actions of nodes of any site.</summary>
public sealed class BootActionRenderer : IBootActionRenderer
{
    /// <summary>The identifier of what is no error: results are reported to nobody.</summary>
    internal const string NobodyListens = ErrorIds.NobodyListens;

    private const string Unheard = "it reports to action.report_url, and no address was given for that, "
        + "so reports go to Drydock's default, "
        + "localhost:9000 of the node itself. Give an address with Import-DrydockDesign -ReportUrl, or take the reporting out.";

    private readonly AssetFetcher _fetcher;
    private readonly AssetPipeline _pipeline = new();

    /// <summary>Fetches content from files of this machine, http and https.</summary>
    public BootActionRenderer()
        : this(new AssetFetcher())
    {
    }

    internal BootActionRenderer(AssetFetcher fetcher) => _fetcher = fetcher;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RenderedAsset>> RenderAsync(DrydockNode node, IReadOnlyCollection<string> skip, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(skip);
        var rendered = new List<RenderedAsset>();
        var problems = new List<DesignProblem>();
        foreach (var action in node.Site.FindBootActions(node.Name).Where(a => !skip.Contains(a.Name, StringComparer.OrdinalIgnoreCase)))
        {
            var values = Values(node, action);
            foreach (var (asset, index) in action.Assets.Select((a, i) => (a, i)))
            {
                try
                {
                    rendered.Add(await RenderAsync(node, action, asset, values, token).ConfigureAwait(false));
                }
                catch (AssetException e)
                {
                    problems.Add(Problem(node, action, index, e));
                }
            }
        }

        return problems.Count == 0 ? rendered : throw new DesignException(problems);
    }

    /// <summary>Renders what can be without fetching anything, and says what cannot be.</summary>
    internal DesignProblem? Check(DrydockNode node, BootAction action, int index, CancellationToken token)
    {
        var asset = action.Assets[index];
        try
        {
            var values = Values(node, action);
            var isFetched = asset.ContentLocation is not null;
            AssetLocation.CheckScheme(asset.FullLocation);
            var text = isFetched
                ? _pipeline.Location(asset, values, token)
                : Utf8Text.OrNull(_pipeline.Data(asset, asset.Data?.Reveal() ?? "", values, token));
            if (isFetched)
                AssetLocation.Check(text!);
            return node.Site.BootActionSettings.ReportUrl is null && text?.Contains(BootActionSettings.DefaultReportUrl, StringComparison.Ordinal) == true
                ? Problem(node, action, index, new AssetException(NobodyListens, isFetched ? "location" : "data", Unheard))
                : null;
        }
        catch (AssetException e)
        {
            return Problem(node, action, index, e);
        }
    }

    private async Task<RenderedAsset> RenderAsync(
        DrydockNode node, BootAction action, BootActionAsset asset, IReadOnlyDictionary<string, object> values, CancellationToken token)
    {
        AssetLocation.CheckScheme(asset.FullLocation);
        var location = asset.ContentLocation is null ? null : _pipeline.Location(asset, values, token);
        var fetched = location is null ? null : await _fetcher.FetchAsync(location, token).ConfigureAwait(false);
        var isPackages = asset.Type == "pkg_list";
        return new RenderedAsset
        {
            Node = node.Name,
            BootAction = action.Name,
            Type = asset.Type,
            Path = asset.Path,
            Permissions = Permissions(asset.Permissions),
            Source = location is null ? null : UrlCredential.Hide(location),
            Packages = !isPackages
                ? new Dictionary<string, string?>()
                : fetched is null ? asset.Packages : PackageListText.Read(fetched, location!, token),
            Content = isPackages ? default : _pipeline.Data(asset, (object?)fetched ?? asset.Data?.Reveal() ?? "", values, token),
        };
    }

    private static IReadOnlyDictionary<string, object> Values(DrydockNode node, BootAction action) =>
        TemplateValues.Build(node, BootActionContext.Create(node, action));

    private static DesignProblem Problem(DrydockNode node, BootAction action, int index, AssetException e) => new()
    {
        ErrorId = e.ErrorId,
        Message = $"For node {node.Name}: {e.Message}",
        Location = GetPlace(action.Assets[index], e.Line) ?? action.Location,
        Document = $"BootAction {action.Name}",
        Path = string.Create(CultureInfo.InvariantCulture, $"$.assets[{index}].{e.Property}"),
    };

    private static DocumentLocation? GetPlace(BootActionAsset asset, int line) => asset is { HasLines: true, Location: { } begin } && line > 0
        ? begin with { Line = begin.Line + line, Column = 1 }
        : asset.Location;

    private static string Permissions(string? permissions)
    {
        var digits = permissions?.Replace("0o", "", StringComparison.Ordinal).TrimStart('0');
        return permissions is null ? "0600" : "0" + digits!.PadLeft(3, '0');
    }
}
