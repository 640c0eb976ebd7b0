namespace Drydock.Maas.Provisioning;

/// <summary>The steps a node goes through.</summary>
public enum NodeStepKind
{
    /// <summary>Find the node's machine; change nothing.</summary>
    Resolve,

    /// <summary>Ask the machine's power controller how it is; change nothing.</summary>
    Power,

    /// <summary>Make a machine known to MAAS that has never booted from it, by what the design knows of its management controller.</summary>
    Enlist,

    /// <summary>Give the machine the node's name, domain and, where asked, power parameters.</summary>
    Identity,

    /// <summary>Commission the machine and wait until it is Ready.</summary>
    Commission,

    /// <summary>Set up bonds, VLAN interfaces, addresses and MTUs.</summary>
    Network,

    /// <summary>Set up partitions, volume groups, logical volumes and file systems.</summary>
    Storage,

    /// <summary>Set kernel parameters and static tags.</summary>
    Platform,

    /// <summary>Allocate the machine, deploy it and wait until it is Deployed.</summary>
    Deploy,

    /// <summary>Give the machine back, erasing its disks where asked, and wait until that is done.</summary>
    Release,

    /// <summary>Release the machine where needed and remove it from MAAS.</summary>
    Remove,

    /// <summary>Read what MAAS holds about the machine from commissioning, testing and installation; change nothing.</summary>
    Interrogate,

    /// <summary>Work out the whole storage against the machine's disks; change nothing.</summary>
    StorageTemplate,
}
