namespace Drydock.Maas.Planning;

/// <summary>The kinds of parts that a change or a finding is about.</summary>
public enum ChangeScope
{
    /// <summary>The site as a whole: domains, tags, SSH keys, package repositories, scripts.</summary>
    Site,

    /// <summary>A network: fabrics, VLANs, subnets, ranges, routes.</summary>
    Network,

    /// <summary>A machine as a whole: name, power, tags, owner data, what it runs.</summary>
    Node,

    /// <summary>A network interface of a machine, or a link of one.</summary>
    Interface,

    /// <summary>Storage of a machine: disks, partitions, volume groups, file systems.</summary>
    Disk,
}
