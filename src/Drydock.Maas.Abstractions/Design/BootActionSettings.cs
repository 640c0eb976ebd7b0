namespace Drydock.Maas.Design;

/// <summary>What templates of boot actions see of Drydock, where there is no Drydock.</summary>
public sealed record BootActionSettings
{
    /// <summary>The URL results are reported to (action.report_url); null when nobody listens, and using it is then an error.</summary>
    public string? ReportUrl { get; init; }

    /// <summary>The design's reference (action.design_ref); null for the URI of the design's first file.</summary>
    public string? DesignReference { get; init; }

    /// <summary>Makes action.action_id, a ULID, for node and boot action; null for new ones.</summary>
    public Func<string, string, string>? ActionId { get; init; }

    /// <summary>Makes action.action_key, 32 bytes in hexadecimal digits, for a node; null for random ones.</summary>
    public Func<string, string>? ActionKey { get; init; }
}
