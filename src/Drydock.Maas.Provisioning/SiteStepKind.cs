namespace Drydock.Maas.Provisioning;

/// <summary>The steps a site goes through before its nodes do.</summary>
public enum SiteStepKind
{
    /// <summary>Set up fabrics, VLANs, subnets, ranges, DHCP, domains, static routes and spaces.</summary>
    Network,

    /// <summary>Give the connected user the region's SSH keys.</summary>
    SshKey,

    /// <summary>Set up package repositories.</summary>
    Repository,

    /// <summary>Set up tags that MAAS assigns by what lshw finds.</summary>
    Tag,

    /// <summary>Select and import the images and kernels that nodes deploy.</summary>
    BootMedia,

    /// <summary>Upload the commissioning and testing scripts that the site brings.</summary>
    HardwareConfig,
}
