namespace Drydock.Maas.Design;

/// <summary>Knows where the values of a site were written; of a node that may be in a profile it inherits from.</summary>
internal interface IDocumentOrigins
{
    /// <summary>
    /// The document that has the value at the path, with the value's file and line; where nothing is there, the nearest value around it.
    /// </summary>
    /// <param name="kind">The kind of document, for example BaremetalNode.</param>
    /// <param name="name">Its name.</param>
    /// <param name="path">Keys; in lists [i] for the place, or the item's text or name.</param>
    ValidationDocument? Find(string kind, string name, IReadOnlyList<string> path);
}
