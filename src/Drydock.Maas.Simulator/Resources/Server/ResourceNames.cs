namespace Drydock.Maas.Simulator.Resources.Server;

/// <summary>The resources of MAAS's description; clients build themselves from these names, so they are part of the API.</summary>
internal static class ResourceNames
{
    public static readonly IReadOnlyList<ResourceName> All =
    [
        new("AccountHandler", "account/"),
        new("BcacheCacheSetHandler", "nodes/{id}/bcache-cache-set/{group}/", "system_id", "id"),
        new("BcacheCacheSetsHandler", "nodes/{id}/bcache-cache-sets/", "system_id"),
        new("BcacheHandler", "nodes/{id}/bcache/{group}/", "system_id", "id"),
        new("BcachesHandler", "nodes/{id}/bcaches/", "system_id"),
        new("BlockDeviceHandler", "nodes/{id}/blockdevices/{device}/", "system_id", "id"),
        new("BlockDevicesHandler", "nodes/{id}/blockdevices/", "system_id"),
        new("BootResourceHandler", "boot-resources/{id}/", "id"),
        new("BootResourcesHandler", "boot-resources/"),
        new("BootSourceHandler", "boot-sources/{id}/", "id"),
        new("BootSourceSelectionHandler", "boot-sources/{id}/selections/{selection}/", "boot_source_id", "id"),
        new("BootSourceSelectionsHandler", "boot-sources/{id}/selections/", "boot_source_id"),
        new("BootSourcesHandler", "boot-sources/"),
        new("CommissioningScriptHandler", "commissioning-scripts/{name}", "name"),
        new("CommissioningScriptsHandler", "commissioning-scripts/"),
        new("DHCPSnippetHandler", "dhcp-snippets/{id}/", "id"),
        new("DHCPSnippetsHandler", "dhcp-snippets/"),
        new("DNSResourceHandler", "dnsresources/{id}/", "id"),
        new("DNSResourceRecordHandler", "dnsresourcerecords/{id}/", "id"),
        new("DNSResourceRecordsHandler", "dnsresourcerecords/"),
        new("DNSResourcesHandler", "dnsresources/"),
        new("DeviceHandler", "devices/{id}/", "system_id"),
        new("DevicesHandler", "devices/"),
        new("DiscoveriesHandler", "discovery/"),
        new("DiscoveryHandler", "discovery/{id}/", "discovery_id"),
        new("DomainHandler", "domains/{id}/", "id"),
        new("DomainsHandler", "domains/"),
        new("EventsHandler", "events/"),
        new("FabricHandler", "fabrics/{fabric}/", "id"),
        new("FabricsHandler", "fabrics/"),
        new("FileHandler", "files/{name}/", "filename"),
        new("FilesHandler", "files/"),
        new("IPAddressesHandler", "ipaddresses/"),
        new("IPRangeHandler", "ipranges/{id}/", "id"),
        new("IPRangesHandler", "ipranges/"),
        new("InterfaceHandler", "nodes/{id}/interfaces/{nic}/", "system_id", "id"),
        new("InterfacesHandler", "nodes/{id}/interfaces/", "system_id"),
        new("LicenseKeyHandler", "license-key/{system}/{series}", "osystem", "distro_series"),
        new("LicenseKeysHandler", "license-keys/"),
        new("MaasHandler", "maas/"),
        new("MachineHandler", "machines/{id}/", "system_id"),
        new("MachinesHandler", "machines/"),
        new("NetworkHandler", "networks/{subnet}/", "name"),
        new("NetworksHandler", "networks/"),
        new("NodeDeviceHandler", "nodes/{id}/devices/{device}/", "system_id", "id"),
        new("NodeDevicesHandler", "nodes/{id}/devices/", "system_id"),
        new("NodeHandler", "nodes/{id}/", "system_id"),
        new("NodeResultsHandler", "installation-results/"),
        new("NodeScriptHandler", "scripts/{name}", "name"),
        new("NodeScriptResultHandler", "nodes/{id}/results/{result}/", "system_id", "id"),
        new("NodeScriptResultsHandler", "nodes/{id}/results/", "system_id"),
        new("NodeScriptsHandler", "scripts/"),
        new("NodesHandler", "nodes/"),
        new("NotificationHandler", "notifications/{id}/", "id"),
        new("NotificationsHandler", "notifications/"),
        new("PackageRepositoriesHandler", "package-repositories/"),
        new("PackageRepositoryHandler", "package-repositories/{id}/", "id"),
        new("PartitionHandler", "nodes/{id}/blockdevices/{device}/partition/{partition}", "system_id", "device_id", "id"),
        new("PartitionsHandler", "nodes/{id}/blockdevices/{device}/partitions/", "system_id", "device_id"),
        new("PodHandler", "pods/{id}/", "id"),
        new("PodsHandler", "pods/"),
        new("RackControllerHandler", "rackcontrollers/{id}/", "system_id"),
        new("RackControllersHandler", "rackcontrollers/"),
        new("RaidHandler", "nodes/{id}/raid/{group}/", "system_id", "id"),
        new("RaidsHandler", "nodes/{id}/raids/", "system_id"),
        new("RegionControllerHandler", "regioncontrollers/{id}/", "system_id"),
        new("RegionControllersHandler", "regioncontrollers/"),
        new("ReservedIpHandler", "reservedips/{id}/", "id"),
        new("ReservedIpsHandler", "reservedips/"),
        new("ResourcePoolHandler", "resourcepool/{id}/", "id"),
        new("ResourcePoolsHandler", "resourcepools/"),
        new("SSLKeyHandler", "account/prefs/sslkeys/{id}/", "id"),
        new("SSLKeysHandler", "account/prefs/sslkeys/"),
        new("SSHKeyHandler", "account/prefs/sshkeys/{id}/", "id"),
        new("SSHKeysHandler", "account/prefs/sshkeys/"),
        new("SpaceHandler", "spaces/{space}/", "id"),
        new("SpacesHandler", "spaces/"),
        new("StaticRouteHandler", "static-routes/{id}/", "id"),
        new("StaticRoutesHandler", "static-routes/"),
        new("SubnetHandler", "subnets/{subnet}/", "id"),
        new("SubnetsHandler", "subnets/"),
        new("TagHandler", "tags/{name}/", "name"),
        new("TagsHandler", "tags/"),
        new("UserHandler", "users/{name}/", "username"),
        new("UsersHandler", "users/"),
        new("VersionHandler", "version/"),
        new("VlanHandler", "fabrics/{fabric}/vlans/{vlan}/", "fabric_id", "vid"),
        new("VlansHandler", "fabrics/{fabric}/vlans/", "fabric_id"),
        new("VmfsDatastoreHandler", "nodes/{id}/vmfs-datastore/{group}/", "system_id", "id"),
        new("VmfsDatastoresHandler", "nodes/{id}/vmfs-datastores/", "system_id"),
        new("VmClusterHandler", "vm-clusters/{id}", "id"),
        new("VmClustersHandler", "vm-clusters/"),
        new("VmHostHandler", "vm-hosts/{id}/", "id"),
        new("VmHostsHandler", "vm-hosts/"),
        new("VolumeGroupHandler", "nodes/{id}/volume-group/{group}/", "system_id", "id"),
        new("VolumeGroupsHandler", "nodes/{id}/volume-groups/", "system_id"),
        new("ZoneHandler", "zones/{name}/", "name"),
        new("ZonesHandler", "zones/"),
    ];
}

/// <summary>A resource's name in MAAS's description, and the parts of its path that change.</summary>
/// <param name="Handler">The name clients make their own names of.</param>
/// <param name="Template">Our path template.</param>
/// <param name="Parameters">MAAS's names of the changing parts, in the order of the path.</param>
internal sealed record ResourceName(string Handler, string Template, params string[] Parameters)
{
    /// <summary>The path as MAAS describes it.</summary>
    public string Path
    {
        get
        {
            var names = new Queue<string>(Parameters);
            return string.Join('/', Template.Split('/').Select(part => part is ['{', .., '}'] ? $"{{{names.Dequeue()}}}" : part));
        }
    }
}
