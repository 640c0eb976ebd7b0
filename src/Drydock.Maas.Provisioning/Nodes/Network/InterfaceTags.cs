using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Nodes.Network;

/// <summary>Tags that somebody has put on an interface, which the design says nothing about.</summary>
internal static class InterfaceTags
{
    /// <summary>Those to be sent along with any other change: of several, MAAS keeps the last alone when none are sent. Null for none to be sent.</summary>
    public static IReadOnlyList<string>? ToKeep(NetworkInterface present) => present.Tags.Count > 1 ? present.Tags : null;
}
