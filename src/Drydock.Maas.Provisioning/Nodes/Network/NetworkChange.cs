using Drydock.Maas.Models;
using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Nodes.Network;

/// <summary>Words for network changes.</summary>
internal static class NetworkChange
{
    public static PlannedChange Set(
        string name, ChangeProperty property, string? before, string? after, params IReadOnlyList<string> parents) => new()
    {
        Action = ChangeAction.Update,
        Kind = ResourceKind.Interface,
        Resource = name,
        Property = property,
        Before = before,
        After = after,
        Parents = parents,
    };

    public static PlannedChange Create(ResourceKind kind, string name, string detail, params IReadOnlyList<string> parents) =>
        new() { Action = ChangeAction.Create, Kind = kind, Resource = name, After = detail, Parents = parents };

    public static PlannedChange Delete(ResourceKind kind, string name, string detail, params IReadOnlyList<string> parents) =>
        new() { Action = ChangeAction.Delete, Kind = kind, Resource = name, Before = detail, Parents = parents };

    /// <summary>That there will be a plan.</summary>
    public static PlannedChange NotYetKnown(Machine machine) => new()
    {
        Action = ChangeAction.SetNetwork,
        Kind = ResourceKind.Machine,
        Resource = machine.ToString(),
        After = "as designed; its NICs are known after commissioning",
        IsKnown = false,
    };
}
