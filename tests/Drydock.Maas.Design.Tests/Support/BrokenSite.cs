using Drydock.Maas.Design.Validation;

namespace Drydock.Maas.Design.Tests.Support;

/// <summary>The example site with faults in it, mended one after another by what is told of them.</summary>
internal sealed class BrokenSite
{
    private readonly Dictionary<string, string> _files;
    private readonly List<SiteFault> _left;

    public BrokenSite(params IReadOnlyList<SiteFault> faults)
    {
        var folder = RepositoryFolder.GetPath("examples", "site");
        _files = Directory.GetFiles(folder, "*.yaml").ToDictionary(f => Path.GetFileName(f), File.ReadAllText, StringComparer.Ordinal);
        _left = [.. faults];
        foreach (var fault in faults)
        {
            Assert.Contains(fault.Sound, _files[fault.File], StringComparison.Ordinal);
            _files[fault.File] = Replace(_files[fault.File], fault.Sound, fault.Broken);
        }
    }

    /// <summary>Mends what the messages point to, round by round, until the site is sound or a fault is not told.</summary>
    public List<SiteReport> Mend()
    {
        var told = new List<SiteReport>();
        while (Reports() is { Count: > 0 } reports)
        {
            told.AddRange(reports);
            var found = _left.Where(f => reports.Exists(r => r.PointsTo(f, LineOf(f)))).ToList();
            Assert.True(found.Count > 0, $"Nothing left points to a fault:\n{string.Join('\n', reports.Select(r => r.Text))}");
            foreach (var fault in found)
            {
                _files[fault.File] = Replace(_files[fault.File], fault.Broken, fault.Sound);
                _left.Remove(fault);
            }
        }

        Assert.Empty(_left);
        return told;
    }

    private int LineOf(SiteFault fault)
    {
        var text = _files[fault.File];
        var begin = text.IndexOf(fault.Broken, StringComparison.Ordinal);
        var same = fault.Broken.Zip(fault.Sound).TakeWhile(pair => pair.First == pair.Second).Count();
        return text.AsSpan(0, begin + same).Count('\n') + 1;
    }

    private List<SiteReport> Reports()
    {
        try
        {
            var sources = _files.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => DesignSource.FromText(f.Key, f.Value));
            var site = DesignReader.Read([.. sources], null, TestContext.Current.CancellationToken);
            return [.. DesignValidator.FindErrors(site, TestContext.Current.CancellationToken).Select(SiteReport.Of)];
        }
        catch (DesignException e)
        {
            return [.. e.Problems.Select(SiteReport.Of)];
        }
    }

    private static string Replace(string text, string from, string to)
    {
        var begin = text.IndexOf(from, StringComparison.Ordinal);
        return text[..begin] + to + text[(begin + from.Length)..];
    }
}
