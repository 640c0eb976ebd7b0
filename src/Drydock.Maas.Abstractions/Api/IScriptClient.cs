using Drydock.Maas.Models;

namespace Drydock.Maas.Api;

/// <summary>Commissioning, testing and release scripts (scripts/).</summary>
public interface IScriptClient
{
    /// <summary>GET scripts/.</summary>
    Task<IReadOnlyList<Script>> ListAsync(ScriptFilter filter, CancellationToken token);

    /// <summary>GET scripts/{name}.</summary>
    Task<Script> GetAsync(string name, bool includeScript, CancellationToken token);

    /// <summary>GET scripts/{name}?op=download: the content.</summary>
    Task<byte[]> DownloadAsync(string name, CancellationToken token);

    /// <summary>POST scripts/, the content as a file.</summary>
    Task<Script> CreateAsync(ScriptRequest script, CancellationToken token);

    /// <summary>PUT scripts/{name}; a content becomes a new revision.</summary>
    Task<Script> UpdateAsync(string name, ScriptRequest update, CancellationToken token);

    /// <summary>DELETE scripts/{name}.</summary>
    Task DeleteAsync(string name, CancellationToken token);
}
