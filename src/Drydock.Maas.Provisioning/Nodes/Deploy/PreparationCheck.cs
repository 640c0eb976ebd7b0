using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Nodes.Network;
using Drydock.Maas.Provisioning.Nodes.Storage;

namespace Drydock.Maas.Provisioning.Nodes.Deploy;

/// <summary>Looks, before a machine is deployed, whether its network and storage are set up as designed: afterwards neither can be mended.</summary>
internal sealed class PreparationCheck(NetworkStep network, StorageStep storage, DeployStepOptions options)
{
    /// <summary>What is not as designed, in a sentence with advice; null when everything is, or nobody wants to know.</summary>
    public async Task<string?> FindAsync(DrydockNode node, Machine machine, CancellationToken token)
    {
        if (options.AllowUnprepared)
            return null;
        var inNetwork = await network.FindDifferencesAsync(node, machine, token).ConfigureAwait(false);
        // What runs from memory leaves the disks alone.
        var inStorage = options.Ephemeral ? [] : await storage.FindDifferencesAsync(node, machine, token).ConfigureAwait(false);
        if (inNetwork.Count + inStorage.Count == 0)
            return null;
        string[] parts = [Describe("network", "Set-MaasNodeNetwork", inNetwork), Describe("storage", "Set-MaasNodeStorage", inStorage)];
        return $"Machine {machine} of node {node.Name} is not set up as designed: {string.Join("; ", parts.Where(p => p.Length > 0))}. "
            + "Deploy it all the same with -AllowUnprepared.";
    }

    private static string Describe(string what, string command, IReadOnlyList<PlannedChange> changes) => changes.Count == 0
        ? ""
        : $"{changes.Count} {(changes.Count == 1 ? "difference" : "differences")} in {what}, {changes[0]}{(changes.Count > 1 ? " ..." : "")} ({command} first)";
}
