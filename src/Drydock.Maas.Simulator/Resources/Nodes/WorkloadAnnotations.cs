using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Nodes;

/// <summary>The owner's notes on a node by name.</summary>
internal static class WorkloadAnnotations
{
    /// <summary>An empty text takes a note away. Bodies of JSON are not looked at, so that with one nothing changes.</summary>
    /// <exception cref="ApiException">409: it is not the user's own; 500: a name cannot be one.</exception>
    public static void Set(ApiCall call, SimulatedNode node, SortedDictionary<string, string> annotations)
    {
        if (node.Owner != call.SignedUser)
            throw new ApiException(ApiResponse.Conflict("Cannot set workload annotation: it hasn't been acquired."));
        var sent = call.Post.Names.Select(name => (Name: name, Value: call.Post.Get(name))).ToList();
        if (sent.Exists(one => one.Value is { Length: > 0 } && !IsKey(one.Name)))
            throw new ApiException(ApiResponse.Text(500, "Invalid character in key name"));
        foreach (var (name, value) in sent)
        {
            if (value is { Length: > 0 })
                annotations[name] = value;
            else
                annotations.Remove(name);
        }
    }

    private static bool IsKey(string name) => name.Length > 0 && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.');
}
