namespace Drydock.Maas.Models;

/// <summary>A script a machine ran while commissioning, testing or installing (nodes/{system_id}/results/).</summary>
public sealed record ScriptResult
{
    /// <summary>The identifier.</summary>
    public int Id { get; init; }

    /// <summary>The script's name.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>Passed, Failed, Skipped and so on.</summary>
    public string? StatusName { get; init; }

    /// <summary>The exit status.</summary>
    public int? ExitStatus { get; init; }
}
