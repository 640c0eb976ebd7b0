using Drydock.Maas.Design;

namespace Drydock.Maas.Design.Documents;

/// <summary>Takes what is wrong with one document; of one place only the first thing said is kept.</summary>
internal sealed class DocumentReport(Document document, List<DesignProblem> problems)
{
    private HashSet<string>? _places;

    public Document Document => document;

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
