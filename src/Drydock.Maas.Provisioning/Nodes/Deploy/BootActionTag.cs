using System.Security.Cryptography;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Nodes.Platform;

namespace Drydock.Maas.Provisioning.Nodes.Deploy;

/// <summary>The tag by whose key a node proves to a Drydock server who it is when it fetches its boot actions.</summary>
internal static class BootActionTag
{
    /// <summary>What the tags of a node begin with; the key follows.</summary>
    public static string GetPrefix(DrydockNode node) => $"{node.Name}__baid__";

    /// <summary>A new tag with a random key.</summary>
    public static string New(DrydockNode node) => GetPrefix(node) + RandomNumberGenerator.GetHexString(64, lowercase: true);

    /// <summary>Plans the tag of one deployment in place of those before; nothing for a node without boot actions.</summary>
    /// <param name="node">The node.</param>
    /// <param name="machine">Its machine.</param>
    /// <param name="stale">Tags of earlier deployments.</param>
    /// <param name="name">The new tag, a secret.</param>
    public static Plan Plan(DrydockNode node, Machine machine, IEnumerable<string> stale, string name)
    {
        if (!node.Site.BootActions.Any(b => b.TargetNodes.Contains(node.Name)))
            return new();
        var shown = Mask(node);
        return new(
        [
            .. stale.Select(old => new DeleteTag(old) { ShownName = shown }),
            new CreateTag(name) { ShownName = shown },
            new AddTag(machine, name) { ShownTag = shown },
        ]);
    }

    private static string Mask(DrydockNode node) => $"{GetPrefix(node)}(secret)";
}
