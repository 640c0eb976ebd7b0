using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Engine.Steps;

/// <summary>The course of a step for all things of the site, in the order of the results.</summary>
internal sealed class SiteWorks(IEnumerable<string> targets)
{
    private readonly List<SiteWork> _works = [.. targets.Distinct(StringComparer.Ordinal).Select(t => new SiteWork(t))];

    public Approval Approval { get; } = new();

    public bool HasFailed => _works.Exists(w => w.Error is not null || w.Shortfall is not null);

    public bool HasWritten => _works.Exists(w => w is { Ended: null, Changes.Count: > 0 });

    public SiteWork this[string target]
    {
        get
        {
            var work = _works.Find(w => w.Target == target);
            if (work is null)
                _works.Add(work = new SiteWork(target));
            return work;
        }
    }

    /// <summary>Everything that has not ended fails for one reason; a site without things fails as such.</summary>
    public void Fail(Exception error, string site)
    {
        if (_works.Count == 0)
            _works.Add(new SiteWork(site));
        foreach (var work in _works.Where(w => w.Ended is null))
            work.Error ??= error;
    }

    public IReadOnlyList<DrydockStepResult> ToResults(string step, DateTimeOffset start, DateTimeOffset now) =>
        [.. _works.Select(w => w.ToResult(step, start, now))];
}
