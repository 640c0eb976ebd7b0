using System.Reflection;
using Drydock.Maas.Api;
using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Tests.Builders;

/// <summary>A client of which a test gives only the resources it needs; every other refuses.</summary>
internal sealed class FakeMaas : IMaasClient
{
    public event EventHandler<RetryEventArgs>? Retrying
    {
        add { }
        remove { }
    }

    public event EventHandler<RequestEventArgs>? Sending
    {
        add { }
        remove { }
    }

    public Uri Url { get; } = new("http://maas.example/MAAS/");

    public MaasCapabilities Capabilities { get; init; } = MaasCapabilities.ForVersion(null);

    public IMachineClient Machines { get; init; } = Refuse<IMachineClient>();

    public IInterfaceClient Interfaces { get; init; } = Refuse<IInterfaceClient>();

    public IBlockDeviceClient BlockDevices { get; init; } = Refuse<IBlockDeviceClient>();

    public IPartitionClient Partitions { get; init; } = Refuse<IPartitionClient>();

    public IVolumeGroupClient VolumeGroups { get; init; } = Refuse<IVolumeGroupClient>();

    public IFabricClient Fabrics { get; init; } = Refuse<IFabricClient>();

    public IVlanClient Vlans { get; init; } = Refuse<IVlanClient>();

    public ISubnetClient Subnets { get; init; } = Refuse<ISubnetClient>();

    public IIPRangeClient IPRanges { get; init; } = Refuse<IIPRangeClient>();

    public IStaticRouteClient StaticRoutes { get; init; } = Refuse<IStaticRouteClient>();

    public IDomainClient Domains { get; init; } = Refuse<IDomainClient>();

    public ITagClient Tags { get; init; } = Refuse<ITagClient>();

    public IRackControllerClient RackControllers { get; init; } = Refuse<IRackControllerClient>();

    public IBootResourceClient BootResources { get; init; } = Refuse<IBootResourceClient>();

    public ISshKeyClient SshKeys { get; init; } = Refuse<ISshKeyClient>();

    public IPackageRepositoryClient PackageRepositories { get; init; } = Refuse<IPackageRepositoryClient>();

    public ISpaceClient Spaces { get; init; } = Refuse<ISpaceClient>();

    public IScriptClient Scripts { get; init; } = Refuse<IScriptClient>();

    public IBootSourceClient BootSources { get; init; } = Refuse<IBootSourceClient>();

    public IBootSourceSelectionClient BootSourceSelections { get; init; } = Refuse<IBootSourceSelectionClient>();

    public IRaidClient Raids { get; init; } = Refuse<IRaidClient>();

    public IBcacheClient Bcaches { get; init; } = Refuse<IBcacheClient>();

    public IBcacheCacheSetClient BcacheCacheSets { get; init; } = Refuse<IBcacheCacheSetClient>();

    public IResourcePoolClient ResourcePools { get; init; } = Refuse<IResourcePoolClient>();

    public IZoneClient Zones { get; init; } = Refuse<IZoneClient>();

    public IDnsResourceClient DnsResources { get; init; } = Refuse<IDnsResourceClient>();

    public IEventClient Events { get; init; } = Refuse<IEventClient>();

    public IDhcpSnippetClient DhcpSnippets { get; init; } = Refuse<IDhcpSnippetClient>();

    public IConfigurationClient Configuration { get; init; } = Refuse<IConfigurationClient>();

    public IDeviceClient Devices { get; init; } = Refuse<IDeviceClient>();

    public IReservedIPClient ReservedIPs { get; init; } = Refuse<IReservedIPClient>();

    public INodeClient Nodes { get; init; } = new FakeNodes();

    public MaasSession Connect() =>
        new(this, new MaasVersion { Version = "3.4.10" }, new MaasUser { Username = "admin" }, DateTimeOffset.UnixEpoch);

    public Task<MaasVersion> GetVersionAsync(CancellationToken token) => throw new NotSupportedException();

    public Task<MaasUser> WhoAmIAsync(CancellationToken token) => throw new NotSupportedException();

    public Task<RawResponse> SendAsync(RawRequest request, CancellationToken token) => throw new NotSupportedException();

    private static T Refuse<T>()
        where T : class => DispatchProxy.Create<T, RefusingClient>();
}
