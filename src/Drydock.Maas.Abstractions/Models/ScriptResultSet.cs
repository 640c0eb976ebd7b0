namespace Drydock.Maas.Models;

/// <summary>The scripts of one run (nodes/{system_id}/results/).</summary>
public sealed record ScriptResultSet : MaasResource
{
    /// <summary>The identifier.</summary>
    public int Id { get; init; }

    /// <summary>Commissioning, Testing or Installation.</summary>
    public string? TypeName { get; init; }

    /// <summary>The overall status.</summary>
    public string? StatusName { get; init; }

    /// <summary>The scripts.</summary>
    public IReadOnlyList<ScriptResult> Results { get => field ?? []; init; }

    /// <summary>The machine.</summary>
    public string? SystemId { get; init; }

    /// <summary>The kind as MAAS's number.</summary>
    public int Type { get; init; }

    /// <summary>The status as MAAS's number.</summary>
    public int Status { get; init; }

    /// <summary>When it started.</summary>
    public string? Started { get; init; }

    /// <summary>When it ended.</summary>
    public string? Ended { get; init; }

    /// <summary>How long it ran, h:mm:ss.</summary>
    public string? Runtime { get; init; }

    /// <summary>When the machine last said that it runs.</summary>
    public string? LastPing { get; init; }
}
