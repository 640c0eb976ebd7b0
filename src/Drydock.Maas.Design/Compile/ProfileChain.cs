using Drydock.Maas.Design.Documents.Hosts;

namespace Drydock.Maas.Design.Compile;

/// <summary>Host profiles with everything they inherit; each is put together once.</summary>
internal sealed class ProfileChain(
    IReadOnlyDictionary<string, HostDocument> profiles, MissingProfiles missing, ICollection<DesignProblem> problems)
{
    private readonly Dictionary<string, HostDocument?> _compiled = new(StringComparer.Ordinal);

    /// <summary>Whether some document inherits from the profile.</summary>
    public bool IsUsed(string name) => _compiled.ContainsKey(name);

    /// <summary>The document with what it inherits; null when a profile is missing or inherits from itself, which is then noted.</summary>
    public HostDocument? Resolve(HostDocument host)
    {
        if (host.HostProfile is not { Length: > 0 } name)
            return HostMerge.Alone(host);
        return Find(name, host, []) is { } parent ? HostMerge.Over(host, parent) : null;
    }

    /// <summary>The profiles the document inherits from, the nearest first.</summary>
    public IEnumerable<HostDocument> Ancestors(HostDocument host)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (host.HostProfile is { Length: > 0 } name && seen.Add(name) && profiles.TryGetValue(name, out var profile))
            yield return host = profile;
    }

    /// <summary>Looks at the profiles nobody uses: they harm nothing, but what is wrong with them is worth a word.</summary>
    public static void CheckUnused(IReadOnlyDictionary<string, HostDocument> profiles, ProfileChain used, ICollection<DesignProblem> warnings)
    {
        var missing = new MissingProfiles(profiles.Keys, [], []);
        var chain = new ProfileChain(profiles, missing, warnings);
        foreach (var profile in profiles.Values.Where(p => !used.IsUsed(p.Name) && !chain.IsUsed(p.Name)).ToList())
            chain.Resolve(profile);
        missing.Report(warnings);
    }

    private HostDocument? Find(string name, HostDocument user, IReadOnlyList<string> path)
    {
        if (_compiled.TryGetValue(name, out var known) && (known is not null || profiles.ContainsKey(name)))
            return known;
        if (!profiles.TryGetValue(name, out var profile))
        {
            missing.AddHost(name, user.Document);
            return _compiled[name] = null;
        }

        if (path.Contains(name))
        {
            problems.Add(Problem(
                "ProfileCycle",
                profile,
                $"inherits from itself: {string.Join(" -> ", path.SkipWhile(p => p != name).Append(name))}. Take host_profile out of one"));
            return null;
        }

        return _compiled[name] = Build(profile, [.. path, name]);
    }

    private HostDocument? Build(HostDocument profile, IReadOnlyList<string> path)
    {
        if (profile.HostProfile is not { Length: > 0 } name)
            return HostMerge.Alone(profile);
        return Find(name, profile, path) is { } parent ? HostMerge.Over(profile, parent) : null;
    }

    private static DesignProblem Problem(string id, HostDocument host, string what) => new()
    {
        ErrorId = id,
        Message = $"{host.Document} {what}.",
        Location = host.Document.Data.Find("host_profile")?.Location ?? host.Document.Location,
        Document = host.Document.ToString(),
        Path = "$.host_profile",
    };
}
