using Drydock.Maas.Design.Documents;

namespace Drydock.Maas.Design.Compile;

/// <summary>Host profiles with everything they inherit; each is put together once.</summary>
internal sealed class ProfileChain(IReadOnlyDictionary<string, HostDocument> profiles, List<DesignProblem> problems)
{
    private readonly Dictionary<string, HostDocument?> _compiled = new(StringComparer.Ordinal);

    /// <summary>The document with what it inherits; null when a profile is missing or inherits from itself, which is then noted.</summary>
    public HostDocument? Resolve(HostDocument host)
    {
        if (host.HostProfile is not { Length: > 0 } name)
            return HostMerge.Alone(host);
        return Find(name, host, [host.Document.ToString()]) is { } parent ? HostMerge.Over(host, parent) : null;
    }

    private HostDocument? Find(string name, HostDocument user, IReadOnlyList<string> path)
    {
        if (_compiled.TryGetValue(name, out var known))
            return known;
        if (!profiles.TryGetValue(name, out var profile))
        {
            problems.Add(Problem("UnknownProfile", user, $"inherits from host profile {name}, which no document defines"));
            return _compiled[name] = null;
        }

        var here = profile.Document.ToString();
        if (path.Contains(here))
        {
            problems.Add(Problem("ProfileCycle", profile, $"inherits from itself: {string.Join(" -> ", path.SkipWhile(p => p != here).Append(here))}"));
            return null;
        }

        HostDocument? compiled = null;
        if (profile.HostProfile is not { Length: > 0 } parentName)
            compiled = HostMerge.Alone(profile);
        else if (Find(parentName, profile, [.. path, here]) is { } parent)
            compiled = HostMerge.Over(profile, parent);
        return _compiled[name] = compiled;
    }

    private static DesignProblem Problem(string id, HostDocument host, string what) => new()
    {
        ErrorId = id,
        Message = $"{host.Document} {what}.",
        Location = host.Document.Data.Find("host_profile")?.Location ?? host.Document.Location,
        Document = host.Document.ToString(),
        Path = $"{host.Document.Root}.host_profile",
    };
}
