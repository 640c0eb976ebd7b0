namespace Drydock.Maas.Api;

/// <summary>Which script results to read; what is null or empty is left out.</summary>
public sealed record ScriptResultFilter
{
    /// <summary>commissioning, testing or installation.</summary>
    public string? Type { get; init; }

    /// <summary>Only scripts for this hardware: node, cpu, memory, storage, network or gpu.</summary>
    public string? Hardware { get; init; }

    /// <summary>Names, tags or ids of scripts.</summary>
    public IReadOnlyList<string> Filters { get; init; } = [];

    /// <summary>Whether the outputs come along, as base64.</summary>
    public bool IncludeOutput { get; init; }
}
