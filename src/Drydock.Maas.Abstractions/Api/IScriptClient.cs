using Drydock.Maas.Models;

namespace Drydock.Maas.Api;

/// <summary>Commissioning, testing and release scripts (scripts/).</summary>
public interface IScriptClient
{
    /// <summary>GET scripts/.</summary>
    Task<IReadOnlyList<Script>> ListAsync(ScriptFilter filter, CancellationToken token);

    /// <summary>POST scripts/, the content as a file.</summary>
    Task<Script> CreateAsync(ScriptRequest script, CancellationToken token);

    /// <summary>PUT scripts/{name}; a content becomes a new revision.</summary>
    Task<Script> UpdateAsync(string name, ScriptRequest update, CancellationToken token);
}

/// <summary>The scripts to list; what is null or empty is left out.</summary>
public sealed record ScriptFilter
{
    /// <summary>commissioning, testing or release.</summary>
    public string? Type { get; init; }

    /// <summary>node, cpu, memory, storage, network or gpu.</summary>
    public string? HardwareType { get; init; }

    /// <summary>Names or tags.</summary>
    public IReadOnlyList<string> Filters { get; init; } = [];

    /// <summary>Whether the contents come along, as base64 in the history.</summary>
    public bool IncludeScript { get; init; }
}

/// <summary>A script to store or fields of one to change; null leaves one as it is.</summary>
public sealed record ScriptRequest
{
    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The script itself.</summary>
    public string? Content { get; init; }

    /// <summary>The title.</summary>
    public string? Title { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>Its tags.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>commissioning, testing or (MAAS 3.5) release.</summary>
    public string? Type { get; init; }

    /// <summary>node, cpu, memory, storage, network or gpu.</summary>
    public string? HardwareType { get; init; }

    /// <summary>disabled, instance or any.</summary>
    public string? Parallel { get; init; }

    /// <summary>How long it may run; zero for ever.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Whether it destroys data on the machine.</summary>
    public bool? Destructive { get; init; }

    /// <summary>Whether it may restart the machine.</summary>
    public bool? MayReboot { get; init; }

    /// <summary>Whether the commissioning scripts of MAAS run again after it.</summary>
    public bool? Recommission { get; init; }

    /// <summary>The hardware it runs for: modaliases, PCI or USB ids.</summary>
    public IReadOnlyList<string>? ForHardware { get; init; }

    /// <summary>What changed.</summary>
    public string? Comment { get; init; }
}
