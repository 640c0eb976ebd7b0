namespace Drydock.Maas.Design.Documents.Properties;

/// <summary>Takes what is wrong with one document; of one place only the first thing said is kept.</summary>
internal sealed class DocumentReport(Document document, List<DesignProblem> problems)
{
    private HashSet<string>? _places;

    public Document Document => document;

    /// <summary>Notes a key that is likely to be meant for another; that the other is missing then goes without saying.</summary>
    public void AddSlip(DocumentPath path, DocumentPath meant, DocumentLocation location, string message)
    {
        Add(ErrorIds.UnknownProperty, path, location, message);
        _places!.Add(meant.ToString());
    }

    public void Add(string errorId, DocumentPath path, DocumentLocation location, string message)
    {
        var place = path.ToString();
        _places ??= new(StringComparer.Ordinal);
        if (!_places.Add(place))
            return;
        problems.Add(new DesignProblem
        {
            ErrorId = errorId,
            Message = message,
            Location = location,
            Document = document.ToString(),
            Path = place,
        });
    }
}
