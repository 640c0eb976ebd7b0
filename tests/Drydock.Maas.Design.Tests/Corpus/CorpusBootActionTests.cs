using Drydock.Maas.Design.BootActions;

namespace Drydock.Maas.Design.Tests.Corpus;

/// <summary>Boot actions of recorded designs render for every node they apply to, or are refused for a reason that is known.</summary>
public sealed class CorpusBootActionTests
{
    private readonly IBootActionRenderer _renderer = new BootActionRenderer();

    [Fact]
    public async Task Boot_actions_of_shared_designs_render_for_all_their_nodes()
    {
        var rendered = 0;
        foreach (var file in Directory.GetFiles(CorpusFolder.Find("designs"), "*.yaml").Order(StringComparer.Ordinal))
        {
            if (Read([DesignSource.FromFile(file)]) is not { } site)
                continue;
            foreach (var node in site.Nodes)
                rendered += (await _renderer.RenderAsync(node, TestContext.Current.CancellationToken)).Count;
        }

        Assert.True(rendered > 0);
    }

    [Fact]
    public async Task Boot_actions_of_shared_sites_render_but_for_those_that_ask_Airship()
    {
        var rendered = 0;
        foreach (var folder in Directory.GetDirectories(CorpusFolder.Find("sites")))
        {
            var site = Read([DesignSource.FromFile(Path.Combine(folder, "rendered.yaml"))])!;
            var airship = site.BootActions.Where(
                a => a.Assets.Any(s => s.ContentLocation?.Contains("+http:", StringComparison.Ordinal) == true))
                .Select(a => a.Name)
                .ToList();
            foreach (var node in site.Nodes)
            {
                rendered += (await _renderer.RenderAsync(node, airship, TestContext.Current.CancellationToken)).Count;
                if (site.BootActions.Any(a => airship.Contains(a.Name) && a.TargetNodes.Contains(node.Name)))
                {
                    var error = await Assert.ThrowsAsync<DesignException>(
                        () => _renderer.RenderAsync(node, TestContext.Current.CancellationToken));
                    Assert.All(error.Problems, p => Assert.Equal(AssetLocation.UnsupportedScheme, p.ErrorId));
                }
            }
        }

        Assert.True(rendered > 0);
    }

    private static SiteDesign? Read(IReadOnlyList<DesignSource> sources)
    {
        try
        {
            return DesignReader.Read(sources, null, TestContext.Current.CancellationToken);
        }
        catch (DesignException)
        {
            return null;
        }
    }
}
