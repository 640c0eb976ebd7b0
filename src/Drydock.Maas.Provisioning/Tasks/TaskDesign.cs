namespace Drydock.Maas.Provisioning.Tasks;

/// <summary>Which design a task was begun with.</summary>
public sealed record TaskDesign
{
    /// <summary>The site; null when its design has no Region.</summary>
    public string? Site { get; init; }

    /// <summary>The files it was read from.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>A digest of the effective design, without its secrets.</summary>
    public string? Fingerprint { get; init; }
}
