using System.Text.Json;
using System.Text.Json.Serialization;

namespace Drydock.Maas.Models;

/// <summary>A script a machine ran while commissioning, testing or installing (nodes/{system_id}/results/).</summary>
public sealed record ScriptResult : MaasObject
{
    /// <summary>The address of the MAAS it was read from; it goes with the object into CSV, JSON and Clixml.</summary>
    [JsonIgnore]
    public Uri? MaasUrl => Origin?.Url;

    /// <summary>The identifier.</summary>
    public int Id { get; init; }

    /// <summary>The script's name.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>Passed, Failed, Skipped and so on.</summary>
    public string? StatusName { get; init; }

    /// <summary>The exit status.</summary>
    public int? ExitStatus { get; init; }

    /// <summary>The status as MAAS's number.</summary>
    public int Status { get; init; }

    /// <summary>When the entry was made.</summary>
    public string? Created { get; init; }

    /// <summary>When the entry changed last.</summary>
    public string? Updated { get; init; }

    /// <summary>When it started.</summary>
    public string? Started { get; init; }

    /// <summary>When it ended.</summary>
    public string? Ended { get; init; }

    /// <summary>How long it ran, h:mm:ss.</summary>
    public string? Runtime { get; init; }

    /// <summary>When it started, in seconds since 1970.</summary>
    [JsonPropertyName("starttime")]
    public double? Starttime { get; init; }

    /// <summary>When it ended, in seconds since 1970.</summary>
    [JsonPropertyName("endtime")]
    public double? Endtime { get; init; }

    /// <summary>How long it is thought to run, h:mm:ss.</summary>
    public string? EstimatedRuntime { get; init; }

    /// <summary>The parameters it ran with.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Parameters { get; init => field = TextMap<JsonElement>.From(value); }

    /// <summary>The script, of one that MAAS keeps.</summary>
    public int? ScriptId { get; init; }

    /// <summary>The revision of the script.</summary>
    public int? ScriptRevisionId { get; init; }

    /// <summary>Whether its failure is hidden in the machine's status.</summary>
    public bool Suppressed { get; init; }

    /// <summary>Both outputs together as base64; only when asked for.</summary>
    public string? Output { get; init; }

    /// <summary>The output as base64; only when asked for.</summary>
    [JsonPropertyName("stdout")]
    public string? Stdout { get; init; }

    /// <summary>The error output as base64; only when asked for.</summary>
    [JsonPropertyName("stderr")]
    public string? Stderr { get; init; }

    /// <summary>What it wrote as its result (YAML) as base64; only when asked for.</summary>
    public string? Result { get; init; }
}

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
    public IReadOnlyList<ScriptResult> Results { get => field ?? TextList<ScriptResult>.Empty; init => field = TextList<ScriptResult>.From(value); }

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
