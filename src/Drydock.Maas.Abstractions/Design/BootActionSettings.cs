namespace Drydock.Maas.Design;

/// <summary>The values of Drydock that templates of boot actions refer to, where there is no Drydock.</summary>
public sealed record BootActionSettings
{
    /// <summary>What action.report_url is where no other is given: the default of Drydock's own configuration.</summary>
    public static string DefaultReportUrl => "http://localhost:9000/api/v1.0/bootactions/";

    /// <summary>
    /// The URL results are reported to (action.report_url); null for Drydock's
    /// default, where nobody listens: validation warns of its use.
    /// </summary>
    public string? ReportUrl { get; init; }

    /// <summary>
    /// The design's reference (action.design_ref); null for the URI of the design's first file, or a URN of the site's name.
    /// </summary>
    public string? DesignReference { get; init; }
}
