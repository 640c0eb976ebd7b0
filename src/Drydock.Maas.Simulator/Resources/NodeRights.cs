using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources;

/// <summary>Rights to see, use and set up a node. A lock takes everything but seeing from everybody.</summary>
internal static class NodeRights
{
    /// <summary>Machines are seen by their owners; what is nobody's, and what is no machine, by all.</summary>
    public static bool CanView(SimulatedUser? user, SimulatedNode node) =>
        node is not SimulatedMachine || user?.IsSuperuser == true || IsOwnOrNobodys(user, node);

    public static bool CanEdit(SimulatedUser? user, SimulatedNode node) => !IsLocked(node) && CanLock(user, node);

    /// <summary>As for editing, be it locked or not.</summary>
    public static bool CanLock(SimulatedUser? user, SimulatedNode node) => user?.IsSuperuser == true || IsOwnOrNobodys(user, node);

    public static bool CanAdminister(SimulatedUser? user, SimulatedNode node) => !IsLocked(node) && user?.IsSuperuser == true;

    /// <exception cref="ApiException">403 without a word.</exception>
    public static T Demand<T>(T node, bool allowed) => allowed ? node : throw new ApiException(ApiResponse.Forbidden());

    private static bool IsOwnOrNobodys(SimulatedUser? user, SimulatedNode node) => node.Owner is null || node.Owner == user;

    private static bool IsLocked(SimulatedNode node) => node is SimulatedMachine { Locked: true };
}
