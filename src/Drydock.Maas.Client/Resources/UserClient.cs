using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>users/.</summary>
internal sealed class UserClient(ApiConnection api) : IUserClient
{
    public Task<IReadOnlyList<MaasUser>> ListAsync(CancellationToken token) => api.ListAsync<MaasUser>(MaasRequest.Get("users/"), token);

    public Task<MaasUser> GetAsync(string name, CancellationToken token) => api.SendAsync<MaasUser>(MaasRequest.Get(One(name)), token);

    public Task<MaasUser> CreateAsync(string name, string email, string password, bool isAdministrator, CancellationToken token)
    {
        // This flag alone is no "true" or "false" in MAAS.
        var form = new RequestParameters()
            .Add("username", name)
            .Add("email", email)
            .Add("password", password)
            .Add("is_superuser", isAdministrator ? "1" : "0");
        return api.SendAsync<MaasUser>(MaasRequest.Post("users/", null, form), token);
    }

    public Task DeleteAsync(string name, string? transferTo, CancellationToken token)
    {
        var query = new RequestParameters().Add("transfer_resources_to", transferTo);
        return api.SendAsync(MaasRequest.Delete(One(name)) with { Query = query }, token);
    }

    private static string One(string name) => $"users/{Uri.EscapeDataString(name)}/";
}
