namespace Drydock.Maas.Design.Yaml;

/// <summary>A text that would take too much to read.</summary>
internal sealed class YamlLimitException(string errorId, string message, DocumentLocation location) : Exception(message)
{
    public string ErrorId => errorId;

    public DocumentLocation Location => location;
}
