using Drydock.Maas.Models;
using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Nodes.Network;

/// <summary>Words for network changes.</summary>
internal static class NetworkChange
{
    public static PlannedChange Set(
        string name, string property, string? before, string? after, params IReadOnlyList<string> parents) => new()
    {
        Action = ChangeAction.Update,
        ResourceType = "Interface",
        Resource = name,
        Property = property,
        Before = before,
        After = after,
        Parents = parents,
    };

    public static PlannedChange Create(string type, string name, string detail, params IReadOnlyList<string> parents) =>
        new() { Action = ChangeAction.Create, ResourceType = type, Resource = name, After = detail, Parents = parents };

    public static PlannedChange Delete(string type, string name, string detail, params IReadOnlyList<string> parents) =>
        new() { Action = ChangeAction.Delete, ResourceType = type, Resource = name, Before = detail, Parents = parents };

    /// <summary>That there will be a plan.</summary>
    public static PlannedChange NotYetKnown(Machine machine) => new()
    {
        Action = ChangeAction.Invoke,
        ResourceType = "Machine",
        Resource = machine.ToString(),
        Property = "set network of",
        After = "as designed; its NICs are known after commissioning",
    };
}
