using System.Text.Json.Nodes;
using Drydock.Maas.Design.Documents.Hosts;

namespace Drydock.Maas.Design.Export;

/// <summary>
/// Makes host profiles of what nodes have in common: one of all nodes, and one of each kind of node, which are those with the same hardware,
/// interfaces and storage. What is left stands in the nodes.
/// </summary>
internal sealed class ProfileFactoring
{
    private const string BaseName = "base";

    private readonly List<AuthoredDocument> _profiles = [];
    private readonly List<AuthoredDocument> _nodes = [];
    private readonly Dictionary<string, string> _passphrases = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public ProfileFactoring(IReadOnlyList<DrydockNode> nodes)
    {
        var writer = new NodeDocuments(withSecrets: true);
        var hosts = nodes.Select(n => (Node: n, Document: writer.Node(n))).Select(h => new Host(h.Node, h.Document, HostParts.Read(WithoutSecrets(h.Node, h.Document)))).ToList();
        var kinds = hosts.GroupBy(h => h.Parts.Shape, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => hosts.IndexOf(g.First())).ToList();
        var common = kinds.Count > 1 ? HostParts.InAll(hosts.ConvertAll(h => h.Parts)) : HostParts.None;
        var root = common.IsEmpty ? null : AddProfile(BaseName, common, null);
        var profiles = new Dictionary<string, (string? Name, HostParts Inherited)>(StringComparer.Ordinal);
        foreach (var kind in kinds)
        {
            var shared = HostParts.InAll([.. kind.Select(h => h.Parts)]);
            var own = shared.Without(common);
            profiles[kind.Key] = own.IsEmpty || (kind.Count() == 1 && kinds.Count > 1) ? (root, common)
                : (AddProfile(ChooseName([.. kind], hosts, kinds.Count), own, root), shared);
        }

        foreach (var host in hosts)
        {
            var (profile, inherited) = profiles[host.Parts.Shape];
            var own = host.Parts.Without(inherited);
            var data = own.Write(profile, ("addressing", host.Document["addressing"]), ("metadata", host.Document["metadata"]?["boot_mac"]));
            _nodes.Add(AuthoredDocument.CreateForDrydock("BaremetalNode", host.Node.Name, data) with { Passphrase = TakePassphrase(data) });
        }
    }

    /// <summary>The profiles, each after that which it inherits from.</summary>
    public IReadOnlyList<AuthoredDocument> Profiles => _profiles;

    /// <summary>The nodes, in design order.</summary>
    public IReadOnlyList<AuthoredDocument> Nodes => _nodes;

    /// <summary>Passwords by the name of their document.</summary>
    public IReadOnlyDictionary<string, string> Passphrases => _passphrases;

    private string AddProfile(string name, HostParts parts, string? parent)
    {
        var unique = name;
        for (var i = 2; !_names.Add(unique); i++)
            unique = FormattableString.Invariant($"{name}-{i}");
        var data = parts.Write(parent);
        _profiles.Add(AuthoredDocument.CreateForDrydock("HostProfile", unique, data) with { Passphrase = TakePassphrase(data) });
        return unique;
    }

    /// <summary>A tag that they have and no other host, what their names begin with, or the name of their hardware.</summary>
    private static string ChooseName(List<Host> kind, List<Host> all, int kinds)
    {
        if (kinds == 1)
            return "host";
        var others = all.Except(kind).ToList();
        if (HostParts.InAll(kind.ConvertAll(h => h.Parts)).Tags.FirstOrDefault(t => !others.Exists(o => o.Parts.Tags.Contains(t))) is { } tag)
            return tag;
        var stems = kind.Select(h => h.Node.Name.TrimEnd([.. "0123456789"]).TrimEnd('-')).Distinct(StringComparer.Ordinal).ToList();
        return stems is [{ Length: > 0 } stem] ? stem : kind[0].Node.HardwareProfile?.Name ?? "host";
    }

    /// <summary>The document with the name of its password's document in the place of the password.</summary>
    private JsonObject WithoutSecrets(DrydockNode node, JsonObject document)
    {
        var clone = document.DeepClone().AsObject();
        if (node.Oob.Credential is not { } credential || clone["oob"] is not JsonObject oob)
            return clone;
        var wanted = node.Oob.Account is { Length: > 0 } account ? $"{node.Oob.Type}-{account}" : $"{node.Oob.Type}-password";
        var name = wanted;
        for (var i = 2; _passphrases.GetValueOrDefault(name, credential.Reveal()) != credential.Reveal(); i++)
            name = FormattableString.Invariant($"{wanted}-{i}");
        _passphrases[name] = credential.Reveal();
        oob["credential"] = name;
        return clone;
    }

    private static string? TakePassphrase(JsonObject data)
    {
        if (data["oob"] is not JsonObject oob || oob["credential"] is not { } name)
            return null;
        oob.Remove("credential");
        return name.GetValue<string>();
    }

    private sealed record Host(DrydockNode Node, JsonObject Document, HostParts Parts);
}
