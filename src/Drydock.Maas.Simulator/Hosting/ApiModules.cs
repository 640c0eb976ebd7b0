using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Resources.Boot;
using Drydock.Maas.Simulator.Resources.Dns;
using Drydock.Maas.Simulator.Resources.Interfaces;
using Drydock.Maas.Simulator.Resources.Machines;
using Drydock.Maas.Simulator.Resources.Networks;
using Drydock.Maas.Simulator.Resources.Nodes;
using Drydock.Maas.Simulator.Resources.Scripts;
using Drydock.Maas.Simulator.Resources.Server;
using Drydock.Maas.Simulator.Resources.Storage;
using Drydock.Maas.Simulator.Resources.Users;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Hosting;

/// <summary>Every group of endpoints that a version has.</summary>
internal static class ApiModules
{
    public static IEnumerable<IApiModule> List(VersionRules rules) =>
    [
        new VersionApi(),
        new DescribeApi(),
        new UsersApi(),
        new AccountApi(),
        new AuthenticationPage(),
        new SshKeysApi(),
        new SslKeysApi(),
        new LicenseKeysApi(),
        new NotificationsApi(),
        new FabricsApi(),
        new VlansApi(),
        new SpacesApi(),
        new SubnetsApi(),
        new IPRangesApi(),
        new StaticRoutesApi(),
        new DomainsApi(),
        new IPAddressesApi(),
        new DnsResourcesApi(),
        new DnsRecordsApi(),
        new ZonesApi(),
        new PoolsApi(),
        new PackageRepositoriesApi(),
        new ConfigApi(),
        new TagsApi(),
        new BootResourcesApi(),
        new BootUploadsApi(),
        new BootSourcesApi(),
        new BootSelectionsApi(),
        new ScriptsApi(),
        new CommissioningScriptsApi(),
        new ControllersApi(),
        new EventsApi(),
        new DhcpSnippetsApi(),
        new DevicesApi(),
        new VirtualHostsApi(),
        new FilesApi(),
        new DiscoveryApi(),
        new NetworksApi(),
        new NodeCollectionsApi(),
        new MachinesApi(),
        new NodesApi(),
        new MachineApi(),
        new BulkApi(),
        new ChassisApi(),
        new NodeDevicesApi(),
        new AllocateApi(),
        new LifecycleApi(),
        new ConfigurationApi(),
        new CurtinApi(),
        new PowerApi(),
        new RescueApi(),
        new ResultsApi(),
        new OldResultsApi(),
        new InterfacesApi(),
        new BlockDevicesApi(),
        new PartitionsApi(),
        new VolumeGroupsApi(), new DatastoresApi(),
        new RaidsApi(),
        new CacheSetsApi(),
        new BcachesApi(),
        new SpecialFilesystemsApi(),
        .. rules.ReservesAddresses ? new IApiModule[] { new ReservedIPsApi() } : [],
    ];
}
