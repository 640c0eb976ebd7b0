using System.Text.Json.Serialization;

namespace Drydock.Maas.Models;

/// <summary>The output of a script of a node's latest commissioning, installation or test printed (commissioning-results/).</summary>
public sealed record NodeResult : MaasObject
{
    /// <summary>The identifier.</summary>
    public int Id { get; init; }

    /// <summary>The script's name; with .err at its end it is the error output.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>MAAS's number of the kind: 0 commissioning, 1 installation, 2 testing.</summary>
    public int ResultType { get; init; }

    /// <summary>The script's exit status.</summary>
    [JsonPropertyName("script_result")]
    public int? ExitStatus { get; init; }

    /// <summary>The output as base64; both outputs together where the script printed nothing but errors.</summary>
    public string? Data { get; init; }

    /// <summary>The node.</summary>
    public ResourceStub? Node { get; init; }
}
