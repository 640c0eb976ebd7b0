using Drydock.Maas.Design.Documents.Properties;
using Drydock.Maas.Design.Documents.Schema;

namespace Drydock.Maas.Design.Compile;

/// <summary>
/// Profiles that documents refer to and that there are not. What one missing profile does to many nodes is one problem, at the first place
/// that names it.
/// </summary>
internal sealed class MissingProfiles(IEnumerable<string> hosts, IEnumerable<string> hardware, IEnumerable<DesignProblem> told)
{
    private const int MostNamed = 3;
    private readonly HashSet<string?> _mistyped =
    [
        .. told.Where(p => p.ErrorId == ErrorIds.UnknownProperty || p.Path is "$.host_profile" or "$.hardware_profile").Select(p => p.Document),
    ];
    private readonly Dictionary<(string ErrorId, string Key), List<Use>> _uses = [];
    private readonly IReadOnlyList<string> _hosts = [.. hosts];
    private readonly IReadOnlyList<string> _hardware = [.. hardware];

    /// <summary>A document inherits from a host profile that no document defines.</summary>
    public void AddHost(string profile, Document user)
    {
        var place = user.Data.Find("host_profile")?.Location ?? user.Location;
        var what = Unknown($"inherits from host profile {profile}", "HostProfile", profile, "host_profile", _hosts);
        Add(ErrorIds.UnknownProfile, _hosts.Count == 0 ? "" : profile, new(user, user, place, what));
    }

    /// <summary>A node's hardware profile, which it may have from a host profile, is defined by no document.</summary>
    public void AddHardware(string profile, Document user, Document writer, DocumentLocation place) => Add(
        ErrorIds.UnknownHardwareProfile,
        _hardware.Count == 0 ? "" : profile,
        new(user, writer, place, Unknown($"has hardware profile {profile}", "HardwareProfile", profile, "hardware_profile", _hardware)));

    /// <summary>A node has no hardware profile, nor has any host profile it inherits from.</summary>
    public void AddNoHardware(Document user, IReadOnlyList<Document> profiles)
    {
        // It may be there by a name that is told already.
        if (profiles.Prepend(user).Any(d => _mistyped.Contains(d.ToString())))
            return;
        var place = profiles.FirstOrDefault(user);
        Add(ErrorIds.UnknownHardwareProfile, $" {place}", new(user, place, place.Location, profiles.Count == 0
            ? "has no hardware profile, nor a host profile to inherit one from. Add hardware_profile."
            : $"has no hardware profile, nor has any host profile it inherits from ({string.Join(", ", profiles.Select(p => p.Name))}). "
                + "Add hardware_profile."));
    }

    /// <summary>One problem for each.</summary>
    public void Report(ICollection<DesignProblem> problems)
    {
        foreach (var ((id, _), uses) in _uses)
        {
            var first = uses[0];
            problems.Add(new DesignProblem
            {
                ErrorId = id,
                Message = $"{first.User} {first.What}{Others([.. uses.Skip(1)])}",
                Location = first.Place,
                Document = first.Writer.ToString(),
                Path = id == ErrorIds.UnknownProfile ? "$.host_profile" : "$.hardware_profile",
            });
        }
    }

    private void Add(string id, string key, Use use)
    {
        if (!_uses.TryGetValue((id, key), out var uses))
            _uses[(id, key)] = uses = [];
        uses.Add(use);
    }

    private static string Unknown(string reference, string kind, string name, string property, IReadOnlyList<string> known)
    {
        var remedy = known switch
        {
            [] => $"There is no {kind} document at all: is a file missing?",
            _ when known.FirstOrDefault(k => Spelling.IsSimilar(k, name)) is { } meant => $"Is {meant} meant? Correct {property}.",
            _ => $"Add it, or correct {property}.",
        };
        return $"{reference}, which no document defines. {remedy}";
    }

    private static string Others(IReadOnlyList<Use> others)
    {
        if (others.Count == 0)
            return "";
        var named = string.Join(", ", others.Take(MostNamed).Select(o => o.User == o.Writer ? $"{o.User.Name} ({o.Place})" : o.User.Name));
        var more = others.Count > MostNamed ? FormattableString.Invariant($" and {others.Count - MostNamed} others") : "";
        return $" The same is true of {named}{more}.";
    }

    private sealed record Use(Document User, Document Writer, DocumentLocation Place, string What);
}
