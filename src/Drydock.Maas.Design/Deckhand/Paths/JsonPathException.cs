namespace Drydock.Maas.Design.Deckhand.Paths;

/// <summary>A path that cannot be read.</summary>
/// <param name="errorId">JsonPathLexerError or JsonPathParserError, as the engine's library has them.</param>
/// <param name="message">What and where.</param>
internal sealed class JsonPathException(string errorId, string message) : Exception(message)
{
    public string ErrorId { get; } = errorId;
}
