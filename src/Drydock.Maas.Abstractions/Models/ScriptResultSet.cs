namespace Drydock.Maas.Models;

/// <summary>The scripts of one run (nodes/{system_id}/results/).</summary>
public sealed record ScriptResultSet
{
    /// <summary>The identifier.</summary>
    public int Id { get; init; }

    /// <summary>Commissioning, Testing or Installation.</summary>
    public string? TypeName { get; init; }

    /// <summary>The overall status.</summary>
    public string? StatusName { get; init; }

    /// <summary>The scripts.</summary>
    public IReadOnlyList<ScriptResult> Results { get => field ?? []; init; }
}
