using Drydock.Maas.Api;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>ipranges/.</summary>
internal sealed class IPRangeClient(ApiConnection api) : IIPRangeClient
{
    public Task<IReadOnlyList<IPRange>> ListAsync(CancellationToken token) =>
        api.ListAsync<IPRange>(MaasRequest.Get("ipranges/"), token);

    public Task<IPRange> CreateAsync(IPRangeRequest request, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(request);
        var form = new RequestParameters()
            .Add("type", request.Type)
            .Add("subnet", request.SubnetId)
            .Add("start_ip", request.StartIP)
            .Add("end_ip", request.EndIP)
            .Add("comment", request.Comment);
        return api.SendAsync<IPRange>(MaasRequest.Post("ipranges/", null, form), token);
    }

    public Task DeleteAsync(int id, CancellationToken token) =>
        api.SendAsync(MaasRequest.Delete(FormattableString.Invariant($"ipranges/{id}/")), token);

    public Task<IPRange> GetAsync(int id, CancellationToken token) =>
        api.SendAsync<IPRange>(MaasRequest.Get(FormattableString.Invariant($"ipranges/{id}/")), token);

    public Task<IPRange> UpdateAsync(int id, IPRangeRequest update, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(update);
        var form = new RequestParameters()
            .Add("start_ip", Given(update.StartIP))
            .Add("end_ip", Given(update.EndIP))
            .Add("comment", update.Comment);
        return api.SendAsync<IPRange>(MaasRequest.Put(FormattableString.Invariant($"ipranges/{id}/"), form), token);
    }

    private static string? Given(string text) => text.Length == 0 ? null : text;
}
