namespace Drydock.Maas.Design.Deckhand.Errors;

/// <summary>A document that cannot be layered or substituted.</summary>
internal sealed class DeckhandException(
    string errorId, string message, DocumentLocation? location, string? document = null)
    : Exception(message)
{
    public DesignProblem Problem { get; } = new() { ErrorId = errorId, Message = message, Location = location, Document = document };
}
