using System.Text.RegularExpressions;

namespace Drydock.Maas.Values;

/// <summary>Names of NICs and disks as Linux gives them; any other name in a design is an alias.</summary>
internal static partial class LinuxDeviceName
{
    /// <summary>Whether it looks like the name of a NIC: eno1, enp2s0f1, eth0.</summary>
    public static bool IsNic(string name) => NicName().IsMatch(name);

    /// <summary>Whether it looks like the name of a disk: sda, nvme0n1, vda.</summary>
    public static bool IsDisk(string name) => DiskName().IsMatch(name);

    [GeneratedRegex(@"\A(en|eth|em|ib|net|lan|usb|wl|p\d)[a-zA-Z0-9]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex NicName();

    [GeneratedRegex(@"\A([shv]d[a-z]+|xvd[a-z]+|nvme\d+n\d+|mmcblk\d+|md\d+|pmem\d+|dm-\d+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex DiskName();
}
