namespace Drydock.Maas.Models;

/// <summary>A revision of a script.</summary>
public sealed record ScriptRevision : MaasObject
{
    /// <summary>The identifier.</summary>
    public int Id { get; init; }

    /// <summary>What was said about it.</summary>
    public string? Comment { get; init; }

    /// <summary>When it was made.</summary>
    public string? Created { get; init; }

    /// <summary>The content as base64; only when asked for.</summary>
    public string? Data { get; init; }
}
