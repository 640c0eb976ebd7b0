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
        var parts = wanted.Select(w => SitePart.Make(w.Name, () =>
        {
            var key = w.Key ?? throw new NodeException(
                ErrorIds.DesignInvalid, $"{w.Name} of the region is no public SSH key: MAAS takes the type, "
                    + "the key as base64 and a comment.");
            return kept.Exists(k => k.Public?.IsSameAs(key) == true) ? Engine.Plans.Plan.Empty : new(new CreateSshKey(w.Name, key));
        })).ToList();
        if (!prune || wanted.Count == 0 || wanted.Exists(w => w.Key is null))
            return parts;

        var foreign = kept.Where(
            k => k.Public is not null && string.IsNullOrEmpty(k.Key.KeySource) && !wanted.Exists(w => w.Key?.IsSameAs(k.Public) == true));
        return [.. parts, .. foreign.Select(k => new SitePart(k.Public!.Name, new(new DeleteSshKey(k.Key, k.Public))))];
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

/// <summary>Gives the connected user a key.</summary>
/// <param name="Name">The key's name in the design.</param>
/// <param name="Key">The key.</param>
internal sealed record CreateSshKey(string Name, PublicKey Key) : AccessOperation
{
    /// <inheritdoc/>
    public override ChangeValues? Sent => new([new("key", Key.Fingerprint)]);

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges => [Create(ResourceKind.SshKey, Name, Key.Type)];
}

/// <summary>Takes a key from the connected user.</summary>
/// <param name="Present">The key in MAAS.</param>
/// <param name="Key">The key that it is.</param>
internal sealed record DeleteSshKey(SshKey Present, PublicKey Key) : AccessOperation
{
    /// <inheritdoc/>
    public override bool IsRemoval => true;

    /// <inheritdoc/>
    public override ChangeValues? Found => new([new("key", Key.Fingerprint)]);

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges =>
        [Delete(ResourceKind.SshKey, Key.Name, Key.Type)];
}
