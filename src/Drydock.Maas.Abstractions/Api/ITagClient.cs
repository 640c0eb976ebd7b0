using Drydock.Maas.Models;

namespace Drydock.Maas.Api;

/// <summary>Tags (tags/).</summary>
public interface ITagClient
{
    /// <summary>GET tags/.</summary>
    Task<IReadOnlyList<Tag>> ListAsync(CancellationToken token);

    /// <summary>POST tags/.</summary>
    Task<Tag> CreateAsync(TagRequest tag, CancellationToken token);

    /// <summary>PUT tags/{name}/; an empty text clears.</summary>
    Task<Tag> UpdateAsync(string name, TagRequest update, CancellationToken token);

    /// <summary>DELETE tags/{name}/.</summary>
    Task DeleteAsync(string name, CancellationToken token);

    /// <summary>POST tags/{name}/?op=update_nodes add= remove=, repeated system ids.</summary>
    Task UpdateNodesAsync(string name, IReadOnlyCollection<string> add, IReadOnlyCollection<string> remove, CancellationToken token);

    /// <summary>GET tags/{name}/?op=machines: the machines that have it.</summary>
    Task<IReadOnlyList<Machine>> ListMachinesAsync(string name, CancellationToken token);
}

/// <summary>A tag to make or fields of one to change; null leaves one as it is, an empty text clears it.</summary>
public sealed record TagRequest
{
    /// <summary>The name, of a new tag, or the new name.</summary>
    public string? Name { get; init; }

    /// <summary>XPath over lshw: MAAS tags the machines it fits.</summary>
    public string? Definition { get; init; }

    /// <summary>Kernel parameters its machines boot with.</summary>
    public string? KernelOpts { get; init; }

    /// <summary>The comment.</summary>
    public string? Comment { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => Name ?? "";
}
