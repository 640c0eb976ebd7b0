namespace Drydock.Maas.Design;

/// <summary>Options of writing a site.</summary>
public sealed record ExportOptions
{
    /// <summary>The form.</summary>
    public ExportFormat Format { get; init; }

    /// <summary>Write credentials and the contents of boot actions; they are masked otherwise.</summary>
    public bool IncludeSecrets { get; init; }
}
