namespace Drydock.Maas.Design;

/// <summary>The form of an exported site.</summary>
public enum ExportFormat
{
    /// <summary>YAML, a document each.</summary>
    Yaml,

    /// <summary>One JSON array of documents.</summary>
    Json,
}
