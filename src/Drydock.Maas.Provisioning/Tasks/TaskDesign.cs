namespace Drydock.Maas.Provisioning.Tasks;

/// <summary>The design that a task was begun with.</summary>
public sealed record TaskDesign
{
    /// <summary>The site; null when its design has no Region.</summary>
    public string? Site { get; init; }

    /// <summary>The files it was read from.</summary>
    public IReadOnlyList<string> Sources { get => field ?? []; init; }

    /// <summary>A digest of the effective design, without its secrets.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Where results of boot actions are reported; null when no address was given.</summary>
    public string? ReportUrl { get; init; }

    /// <summary>What the design is called to its boot actions; null when no name was given.</summary>
    public string? DesignReference { get; init; }
}
