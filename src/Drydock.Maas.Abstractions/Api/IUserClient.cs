using Drydock.Maas.Models;

namespace Drydock.Maas.Api;

/// <summary>Users of MAAS (users/).</summary>
public interface IUserClient
{
    /// <summary>GET users/.</summary>
    Task<IReadOnlyList<MaasUser>> ListAsync(CancellationToken token);

    /// <summary>GET users/{name}/.</summary>
    Task<MaasUser> GetAsync(string name, CancellationToken token);

    /// <summary>POST users/; a name that exists is answered with 409 and Retry-After, though waiting never helps.</summary>
    Task<MaasUser> CreateAsync(string name, string email, string password, bool isAdministrator, CancellationToken token);

    /// <summary>DELETE users/{name}/; what the user owns goes to another when one is named.</summary>
    Task DeleteAsync(string name, string? transferTo, CancellationToken token);
}
