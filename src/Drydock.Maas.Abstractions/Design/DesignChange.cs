namespace Drydock.Maas.Design;

/// <summary>The changes of a document between two designs.</summary>
public enum DesignChange
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It is gone.</summary>
    Removed,

    /// <summary>It is another than before.</summary>
    Changed,
}
