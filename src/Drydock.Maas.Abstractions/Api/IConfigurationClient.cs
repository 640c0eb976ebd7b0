using System.Text.Json;

namespace Drydock.Maas.Api;

/// <summary>Settings of the region (maas/).</summary>
public interface IConfigurationClient
{
    /// <summary>GET maas/?op=get_config name=: a text, number, flag or null.</summary>
    Task<JsonElement> GetAsync(string name, CancellationToken token);
}
