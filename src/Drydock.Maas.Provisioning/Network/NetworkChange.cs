using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Network;

/// <summary>Words for network changes.</summary>
internal static class NetworkChange
{
    public static PlannedChange Set(string name, string property, string? before, string? after) =>
        new() { Action = ChangeAction.Update, ResourceType = "Interface", Resource = name, Property = property, Before = before, After = after };

    public static PlannedChange Create(string type, string name, string detail) =>
        new() { Action = ChangeAction.Create, ResourceType = type, Resource = name, After = detail };

    public static PlannedChange Delete(string type, string name, string detail) =>
        new() { Action = ChangeAction.Delete, ResourceType = type, Resource = name, After = detail };
}
