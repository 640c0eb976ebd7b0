using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>ipranges/.</summary>
internal sealed class IPRangeClient(ApiConnection api) : IIPRangeClient
{
    public Task<IReadOnlyList<IPRange>> ListAsync(CancellationToken token) =>
        api.ListAsync<IPRange>(Routes.List.ToRequest(), token);

    public Task<IPRange> CreateAsync(IPRangeRequest request, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(request);
        CheckAddress("StartIP", request.StartIP);
        CheckAddress("EndIP", request.EndIP);
        CheckOrder(request);
        var form = new RequestParameters()
            .Add("type", request.Type)
            .Add("subnet", request.SubnetId)
            .Add("start_ip", request.StartIP)
            .Add("end_ip", request.EndIP)
            .Add("comment", request.Comment);
        return api.SendAsync<IPRange>(Routes.Create.ToRequest() with { Form = form }, token);
    }

    public Task DeleteAsync(int id, CancellationToken token) =>
        api.SendAsync(Routes.Delete.ToRequest(id), token);

    public Task<IPRange> UpdateAsync(int id, IPRangeRequest update, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(update);
        if (update.StartIP.Length > 0)
            CheckAddress("StartIP", update.StartIP);
        if (update.EndIP.Length > 0)
            CheckAddress("EndIP", update.EndIP);
        if (update.StartIP.Length > 0 && update.EndIP.Length > 0)
            CheckOrder(update);
        var form = new RequestParameters()
            .Add("start_ip", Given(update.StartIP))
            .Add("end_ip", Given(update.EndIP))
            .Add("comment", update.Comment);
        return api.SendAsync<IPRange>(Routes.Update.ToRequest(id) with { Form = form }, token);
    }

    /// <summary>Since 3.6 MAAS fails at what is no address instead of refusing it, with the bare name of a field.</summary>
    private static void CheckAddress(string property, string text)
    {
        if (IPNumber.Parse(text) is null)
            throw new MaasException(ErrorIds.InvalidRange, $"{property} of the range is \"{text}\", which is no IPv4 or IPv6 address.");
    }

    private static void CheckOrder(IPRangeRequest range)
    {
        if (AddressSpan.TryParse(range.StartIP, range.EndIP) is null)
        {
            throw new MaasException(
                ErrorIds.InvalidRange, $"The range {range.StartIP}-{range.EndIP} is none: its ends are of one family, the lower one first.");
        }
    }

    private static string? Given(string text) => text.Length == 0 ? null : text;

    private static class Routes
    {
        public static readonly ApiRoute List = ApiRoute.Get("ipranges/");
        public static readonly ApiRoute Create = ApiRoute.Post("ipranges/");
        public static readonly ApiRoute Delete = ApiRoute.Delete("ipranges/{id}/");
        public static readonly ApiRoute Update = ApiRoute.Put("ipranges/{id}/");
    }
}
