using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Client.Resources;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client;

/// <summary>The MAAS REST API over one connection.</summary>
internal sealed class MaasClient : IMaasClient, IDisposable
{
    private readonly ApiConnection _api;
    private volatile MaasCapabilities _capabilities = MaasCapabilities.ForVersion(null);

    public MaasClient(MaasTransport transport)
    {
        _api = new ApiConnection(transport);
        Machines = new MachineClient(_api, () => _capabilities);
        Interfaces = new InterfaceClient(_api);
        BlockDevices = new BlockDeviceClient(_api);
        Partitions = new PartitionClient(_api);
        VolumeGroups = new VolumeGroupClient(_api);
        Fabrics = new FabricClient(_api);
        Vlans = new VlanClient(_api);
        Subnets = new SubnetClient(_api);
        IPRanges = new IPRangeClient(_api);
        StaticRoutes = new StaticRouteClient(_api);
        Domains = new DomainClient(_api);
        Tags = new TagClient(_api);
        RackControllers = new RackControllerClient(_api);
        BootResources = new BootResourceClient(_api);
        SshKeys = new SshKeyClient(_api);
        PackageRepositories = new PackageRepositoryClient(_api);
        Spaces = new SpaceClient(_api);
        Scripts = new ScriptClient(_api);
        BootSources = new BootSourceClient(_api);
        BootSourceSelections = new BootSourceSelectionClient(_api);
        Raids = new RaidClient(_api);
        Bcaches = new BcacheClient(_api);
        BcacheCacheSets = new BcacheCacheSetClient(_api);
        ResourcePools = new ResourcePoolClient(_api);
        Zones = new ZoneClient(_api);
        DnsResources = new DnsResourceClient(_api);
        Events = new EventClient(_api, () => _capabilities);
        DhcpSnippets = new DhcpSnippetClient(_api);
        Configuration = new ConfigurationClient(_api);
        Devices = new DeviceClient(_api);
        Nodes = new NodeClient(_api);
        ReservedIPs = new ReservedIPClient(_api);
    }

    public event EventHandler<RetryEventArgs>? Retrying
    {
        add => _api.Transport.Retrying += value;
        remove => _api.Transport.Retrying -= value;
    }

    public event EventHandler<RequestEventArgs>? Sending
    {
        add => _api.Transport.Sending += value;
        remove => _api.Transport.Sending -= value;
    }

    public Uri Url => _api.Transport.Url;

    public MaasCapabilities Capabilities => _capabilities;

    public IMachineClient Machines { get; }

    public IInterfaceClient Interfaces { get; }

    public IBlockDeviceClient BlockDevices { get; }

    public IPartitionClient Partitions { get; }

    public IVolumeGroupClient VolumeGroups { get; }

    public IFabricClient Fabrics { get; }

    public IVlanClient Vlans { get; }

    public ISubnetClient Subnets { get; }

    public IIPRangeClient IPRanges { get; }

    public IStaticRouteClient StaticRoutes { get; }

    public IDomainClient Domains { get; }

    public ITagClient Tags { get; }

    public IRackControllerClient RackControllers { get; }

    public IBootResourceClient BootResources { get; }

    public ISshKeyClient SshKeys { get; }

    public IPackageRepositoryClient PackageRepositories { get; }

    public ISpaceClient Spaces { get; }

    public IScriptClient Scripts { get; }

    public IBootSourceClient BootSources { get; }

    public IBootSourceSelectionClient BootSourceSelections { get; }

    public IRaidClient Raids { get; }

    public IBcacheClient Bcaches { get; }

    public IBcacheCacheSetClient BcacheCacheSets { get; }

    public IResourcePoolClient ResourcePools { get; }

    public IZoneClient Zones { get; }

    public IDnsResourceClient DnsResources { get; }

    public IEventClient Events { get; }

    public IDhcpSnippetClient DhcpSnippets { get; }

    public IConfigurationClient Configuration { get; }

    public IDeviceClient Devices { get; }

    public INodeClient Nodes { get; }

    public IReservedIPClient ReservedIPs { get; }

    public async Task<MaasVersion> GetVersionAsync(CancellationToken token)
    {
        var version = await _api.SendAsync<MaasVersion>(Routes.Version.ToRequest(), token).ConfigureAwait(false);
        _capabilities = MaasCapabilities.ForVersion(version.Version);
        return version;
    }

    public Task<MaasUser> WhoAmIAsync(CancellationToken token) => _api.SendAsync<MaasUser>(Routes.WhoAmI.ToRequest(), token);

    public Task<RawResponse> SendAsync(RawRequest request, CancellationToken token) => RawRequests.SendAsync(_api.Transport, request, token);

    /// <summary>Says that address and key are verified.</summary>
    public void Establish() => _api.Transport.Establish();

    /// <summary>What objects read by this client say they come from.</summary>
    internal SessionOrigin Origin => _api.Origin;

    /// <summary>Whether both use the same API key.</summary>
    internal bool HasSameKey(MaasClient other) => _api.Transport.HasSameKey(other._api.Transport);

    /// <summary>Whether the server has seen a nonce; it has from then on.</summary>
    internal Task<bool> HasSeenAsync(OAuthNonce nonce, CancellationToken token) =>
        _api.Transport.HasSeenAsync(Routes.WhoAmI.ToRequest(), nonce, token);

    public void Dispose() => _api.Transport.Dispose();

    private static class Routes
    {
        public static readonly ApiRoute Version = ApiRoute.Get("version/");
        public static readonly ApiRoute WhoAmI = ApiRoute.Get("users/", "whoami");
    }
}
