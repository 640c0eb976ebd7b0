namespace Drydock.Maas.Api;

/// <summary>Which scripts to list; what is null or empty is left out.</summary>
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
