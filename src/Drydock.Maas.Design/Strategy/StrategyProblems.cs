namespace Drydock.Maas.Design.Strategy;

/// <summary>Notes what is wrong with a strategy; each problem names the document.</summary>
internal sealed class StrategyProblems(string document, DocumentLocation? location, List<DesignProblem> problems)
{
    public void Add(string errorId, string path, string message) =>
        problems.Add(new DesignProblem { ErrorId = errorId, Message = message, Document = document, Path = path, Location = location });
}
