using System.Globalization;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Engine.Steps;

namespace Drydock.Maas.Provisioning.Site.Access;

/// <summary>Plans the SSH keys of the connected user, which MAAS gives to every node that user deploys.</summary>
internal static class SshKeyPlanner
{
    /// <summary>The keys' names, in order: the comment where it names one key only, else the fingerprint.</summary>
    public static IReadOnlyList<string> Targets(Region? region) => [.. Wanted(region).Select(w => w.Name)];

    /// <summary>One part for each key of the design and, when pruning, each key of MAAS that the design has not.</summary>
    public static IReadOnlyList<SitePart> Plan(Region? region, IReadOnlyList<SshKey> present, bool prune)
    {
        var kept = present.Select(k => (Key: k, Public: PublicKey.TryParse(k.Key))).ToList();
        var wanted = Wanted(region).ToList();
        var parts = wanted.Select(w => SitePart.Of(w.Name, builder =>
        {
            var key = w.Key ?? throw new NodeException(
                NodeErrorIds.DesignInvalid, $"{w.Name} of the region is no public SSH key: MAAS takes the type, "
                    + "the key as base64 and a comment.");
            if (!kept.Exists(k => k.Public?.IsSameAs(key) == true))
                builder.Add(SiteChange.Create(ResourceKind.SshKey, w.Name, key.Type), (client, token) => client.SshKeys.CreateAsync(key.Line, token));
        })).ToList();
        if (!prune || wanted.Count == 0 || wanted.Exists(w => w.Key is null))
            return parts;

        var foreign = kept.Where(
            k => k.Public is not null && string.IsNullOrEmpty(k.Key.KeySource) && !wanted.Exists(w => w.Key?.IsSameAs(k.Public) == true));
        return [.. parts, .. foreign.Select(k => Remove(k.Key, k.Public!))];
    }

    private static SitePart Remove(SshKey key, PublicKey shown)
    {
        var change = SiteChange.Delete(ResourceKind.SshKey, shown.Name, shown.Type) with { Severity = ChangeSeverity.Destructive };
        return SitePart.Of(
            shown.Name, builder =>
                builder.Add(change, (client, token) => client.SshKeys.DeleteAsync(key.Id, token))) with { IsRemoval = true };
    }

    private static IEnumerable<(string Name, PublicKey? Key)> Wanted(Region? region)
    {
        var keys = (region?.AuthorizedKeys ?? []).Select(PublicKey.TryParse).ToList();
        var seen = new List<PublicKey>();
        foreach (var (key, index) in keys.Select((k, i) => (k, i)))
        {
            if (key is null)
                yield return ($"Key {(index + 1).ToString(CultureInfo.InvariantCulture)}", null);
            else if (!seen.Exists(s => s.IsSameAs(key)))
                yield return (IsUnique(keys, key) ? key.Comment : key.Fingerprint, key);
            if (key is not null)
                seen.Add(key);
        }
    }

    private static bool IsUnique(List<PublicKey?> keys, PublicKey key) =>
        key.Comment.Length > 0 && keys.TrueForAll(k => k is null || k.IsSameAs(key) || k.Comment != key.Comment);
}
