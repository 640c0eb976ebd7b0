using Drydock.Maas.Design.Documents.Hosts;

namespace Drydock.Maas.Design.Compile;

/// <summary>Host profiles with everything they inherit; each is put together once.</summary>
internal sealed class ProfileChain(
    IReadOnlyDictionary<string, HostDocument> profiles, MissingProfiles missing, ICollection<DesignProblem> problems)
{
    private const int MostShown = 20;

    private readonly Dictionary<string, HostDocument?> _compiled = new(StringComparer.Ordinal);

    /// <summary>Whether some document inherits from the profile.</summary>
    public bool IsUsed(string name) => _compiled.ContainsKey(name);

    /// <summary>The document with what it inherits; null when a profile is missing or inherits from itself, which is then noted.</summary>
    public HostDocument? Resolve(HostDocument host)
    {
        if (host.HostProfile is not { Length: > 0 } name)
            return HostMerge.Alone(host);
        return Find(name, host) is { } parent ? HostMerge.Over(host, parent) : null;
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

    /// <summary>A profile with what it inherits. The chain is walked upwards and put together downwards, as it may be longer than a stack is deep.</summary>
    private HostDocument? Find(string name, HostDocument user)
    {
        var chain = new List<(string Name, HostDocument Profile)>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        HostDocument? parent;
        for (; !IsKnown(name, out parent); (name, user) = (chain[^1].Profile.HostProfile!, chain[^1].Profile))
        {
            if (!profiles.TryGetValue(name, out var profile))
            {
                missing.AddHost(name, user.Document);
                _compiled[name] = null;
                break;
            }

            if (!names.Add(name))
            {
                problems.Add(Cycle(profile, [.. chain.Select(c => c.Name).SkipWhile(n => n != name)]));
                break;
            }

            chain.Add((name, profile));
            if (profile.HostProfile is not { Length: > 0 })
                break;
        }

        for (var i = chain.Count - 1; i >= 0; i--)
            parent = _compiled[chain[i].Name] = Compile(chain[i].Profile, parent);
        return parent;
    }

    private bool IsKnown(string name, out HostDocument? profile) =>
        _compiled.TryGetValue(name, out profile) && (profile is not null || profiles.ContainsKey(name));

    private static HostDocument? Compile(HostDocument profile, HostDocument? parent)
    {
        if (profile.HostProfile is not { Length: > 0 })
            return HostMerge.Alone(profile);
        return parent is null ? null : HostMerge.Over(profile, parent);
    }

    private static DesignProblem Cycle(HostDocument profile, IReadOnlyList<string> names)
    {
        var shown = names.Count <= MostShown ? names : [.. names.Take(MostShown - 1), "..."];
        return Problem(ErrorIds.ProfileCycle, profile, $"inherits from itself: {string.Join(" -> ", shown.Append(names[0]))}. Take host_profile out of one");
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
