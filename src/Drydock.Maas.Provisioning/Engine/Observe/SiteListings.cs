using Drydock.Maas.Api;
using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Engine.Observe;

/// <summary>The lists of a site that several steps look at, each read once for all of them; for what only reads.</summary>
internal sealed class SiteListings(IMaasClient client)
{
    private readonly SharedRead<IReadOnlyList<Fabric>> _fabrics = new(token => client.Fabrics.ListAsync(token));
    private readonly SharedRead<IReadOnlyList<Subnet>> _subnets = new(token => client.Subnets.ListAsync(token));
    private readonly SharedRead<IReadOnlyList<IPRange>> _ranges = new(token => client.IPRanges.ListAsync(token));
    private readonly SharedRead<IReadOnlyList<StaticRoute>> _routes = new(token => client.StaticRoutes.ListAsync(token));
    private readonly SharedRead<IReadOnlyList<Domain>> _domains = new(token => client.Domains.ListAsync(token));
    private readonly SharedRead<IReadOnlyList<Tag>> _tags = new(token => client.Tags.ListAsync(token));
    private readonly SharedRead<IReadOnlyList<SshKey>> _keys = new(token => client.SshKeys.ListAsync(token));
    private readonly SharedRead<IReadOnlyList<PackageRepository>> _repositories = new(token => client.PackageRepositories.ListAsync(token));

    public Task<IReadOnlyList<Fabric>> FabricsAsync(CancellationToken token) => _fabrics.GetAsync(token);

    public Task<IReadOnlyList<Subnet>> SubnetsAsync(CancellationToken token) => _subnets.GetAsync(token);

    public Task<IReadOnlyList<IPRange>> RangesAsync(CancellationToken token) => _ranges.GetAsync(token);

    public Task<IReadOnlyList<StaticRoute>> RoutesAsync(CancellationToken token) => _routes.GetAsync(token);

    public Task<IReadOnlyList<Domain>> DomainsAsync(CancellationToken token) => _domains.GetAsync(token);

    public Task<IReadOnlyList<Tag>> TagsAsync(CancellationToken token) => _tags.GetAsync(token);

    public Task<IReadOnlyList<SshKey>> KeysAsync(CancellationToken token) => _keys.GetAsync(token);

    public Task<IReadOnlyList<PackageRepository>> RepositoriesAsync(CancellationToken token) => _repositories.GetAsync(token);
}
