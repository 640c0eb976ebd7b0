using Drydock.Maas.Models;

namespace Drydock.Maas.Api;

/// <summary>
/// The MAAS REST API (version 2.0), one property per resource. Every method throws <see cref="MaasApiException"/> for an error answer and
/// <see cref="MaasConnectionException"/> when no answer of MAAS came. Safe to use from any thread.
/// </summary>
public interface IMaasClient
{
    /// <summary>Raised before a request is repeated.</summary>
    event EventHandler<RetryEventArgs>? Retrying;

    /// <summary>Raised before a request is sent, each time it is.</summary>
    event EventHandler<RequestEventArgs>? Sending;

    /// <summary>The server's URL, up to /MAAS, without a trailing slash.</summary>
    Uri Url { get; }

    /// <summary>Differences of the server's version, by what <see cref="GetVersionAsync"/> told last.</summary>
    MaasCapabilities Capabilities { get; }

    /// <summary>machines/.</summary>
    IMachineClient Machines { get; }

    /// <summary>nodes/{system_id}/interfaces/.</summary>
    IInterfaceClient Interfaces { get; }

    /// <summary>nodes/{system_id}/blockdevices/.</summary>
    IBlockDeviceClient BlockDevices { get; }

    /// <summary>nodes/{system_id}/blockdevices/{id}/partition(s).</summary>
    IPartitionClient Partitions { get; }

    /// <summary>nodes/{system_id}/volume-group(s)/.</summary>
    IVolumeGroupClient VolumeGroups { get; }

    /// <summary>fabrics/.</summary>
    IFabricClient Fabrics { get; }

    /// <summary>fabrics/{id}/vlans/.</summary>
    IVlanClient Vlans { get; }

    /// <summary>subnets/.</summary>
    ISubnetClient Subnets { get; }

    /// <summary>ipranges/.</summary>
    IIPRangeClient IPRanges { get; }

    /// <summary>static-routes/.</summary>
    IStaticRouteClient StaticRoutes { get; }

    /// <summary>domains/.</summary>
    IDomainClient Domains { get; }

    /// <summary>tags/.</summary>
    ITagClient Tags { get; }

    /// <summary>rackcontrollers/.</summary>
    IRackControllerClient RackControllers { get; }

    /// <summary>boot-resources/.</summary>
    IBootResourceClient BootResources { get; }

    /// <summary>account/prefs/sshkeys/.</summary>
    ISshKeyClient SshKeys { get; }

    /// <summary>package-repositories/.</summary>
    IPackageRepositoryClient PackageRepositories { get; }

    /// <summary>spaces/.</summary>
    ISpaceClient Spaces { get; }

    /// <summary>scripts/.</summary>
    IScriptClient Scripts { get; }

    /// <summary>boot-sources/.</summary>
    IBootSourceClient BootSources { get; }

    /// <summary>boot-sources/{id}/selections/.</summary>
    IBootSourceSelectionClient BootSourceSelections { get; }

    /// <summary>nodes/{system_id}/raid(s)/.</summary>
    IRaidClient Raids { get; }

    /// <summary>nodes/{system_id}/bcache(s)/.</summary>
    IBcacheClient Bcaches { get; }

    /// <summary>nodes/{system_id}/bcache-cache-set(s)/.</summary>
    IBcacheCacheSetClient BcacheCacheSets { get; }

    /// <summary>resourcepools/.</summary>
    IResourcePoolClient ResourcePools { get; }

    /// <summary>zones/.</summary>
    IZoneClient Zones { get; }

    /// <summary>dnsresources/.</summary>
    IDnsResourceClient DnsResources { get; }

    /// <summary>events/.</summary>
    IEventClient Events { get; }

    /// <summary>dhcp-snippets/.</summary>
    IDhcpSnippetClient DhcpSnippets { get; }

    /// <summary>maas/.</summary>
    IConfigurationClient Configuration { get; }

    /// <summary>devices/.</summary>
    IDeviceClient Devices { get; }

    /// <summary>nodes/.</summary>
    INodeClient Nodes { get; }

    /// <summary>reservedips/.</summary>
    IReservedIPClient ReservedIPs { get; }

    /// <summary>GET version/: the server's version and capabilities.</summary>
    Task<MaasVersion> GetVersionAsync(CancellationToken token);

    /// <summary>GET users/?op=whoami: the connected user.</summary>
    Task<MaasUser> WhoAmIAsync(CancellationToken token);

    /// <summary>Sends a request of any kind.</summary>
    /// <param name="request">The request.</param>
    /// <param name="token">Ends it.</param>
    /// <exception cref="MaasException">InvalidPath, InvalidMethod, or what MAAS refuses.</exception>
    Task<RawResponse> SendAsync(RawRequest request, CancellationToken token);
}

/// <summary>A request of any kind, for what has no method of its own.</summary>
public sealed record RawRequest
{
    /// <summary>GET, POST, PUT or DELETE.</summary>
    public string Method { get; init; } = "GET";

    /// <summary>The path below api/2.0/, for example machines/ or subnets/1/.</summary>
    public required string Path { get; init; }

    /// <summary>The operation (op=), for example list_allocated; null for none.</summary>
    public string? Operation { get; init; }

    /// <summary>Parameters, in the query of a GET and in the form of anything else; a name may repeat.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Parameters { get; init; } = [];
}

/// <summary>An answer of MAAS as it is.</summary>
/// <param name="Status">The HTTP status, below 300.</param>
/// <param name="ContentType">The content type, or null.</param>
/// <param name="Body">The body; empty when there is none.</param>
/// <param name="ServerTime">The time by the server's clock, where it told.</param>
public sealed record RawResponse(int Status, string? ContentType, ReadOnlyMemory<byte> Body, DateTimeOffset? ServerTime);

/// <summary>A request is about to be sent, or sent again.</summary>
public sealed class RequestEventArgs : EventArgs
{
    /// <summary>Method, path and operation, without parameters, which may be secrets.</summary>
    public required string Request { get; init; }

    /// <summary>Whether it changes nothing.</summary>
    public bool IsRead { get; init; }
}

/// <summary>A request is about to be repeated.</summary>
public sealed class RetryEventArgs : EventArgs
{
    /// <summary>Method and path, without secrets.</summary>
    public required string Request { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Which repetition this is, from 1.</summary>
    public int Attempt { get; init; }

    /// <summary>How many repetitions there may be.</summary>
    public int MaxAttempts { get; init; }

    /// <summary>How long it waits first.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Whether this is the last repetition.</summary>
    public bool IsLast => Attempt >= MaxAttempts;
}
