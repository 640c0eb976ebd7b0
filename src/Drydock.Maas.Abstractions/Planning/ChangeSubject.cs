namespace Drydock.Maas.Planning;

/// <summary>The disk, NIC or machine that a change acts on, told apart from another of the same name: a disk may be replaced by another sdb.</summary>
/// <param name="Kind">The kind of resource.</param>
/// <param name="Name">Its name, for example sdb or eno1.</param>
/// <param name="Identity">
/// The system id of a machine, the MAC address of a NIC, serial number or else id_path of a disk, the UUID of what is made of disks.
/// </param>
/// <param name="Size">Bytes of a disk, partition or volume; null for anything else.</param>
public sealed record ChangeSubject(ResourceKind Kind, string Name, string Identity, long? Size = null)
{
    /// <summary>Name, identity and size.</summary>
    public override string ToString() => FormattableString.Invariant($"{Name} ({Identity}{(Size is { } size ? $", {size} bytes" : "")})");
}
