using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>
/// File systems by which MAAS marks the members of volume groups, RAIDs and bcaches; they go with what they are a part of.
/// </summary>
internal static class MemberFilesystem
{
    public static bool Is(Filesystem filesystem) =>
        filesystem.Fstype is "lvm-pv" or "raid" or "raid-spare" or "bcache-backing" or "bcache-cache";
}
