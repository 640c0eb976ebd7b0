namespace Drydock.Maas.Help;

/// <summary>A page or a comment that help cannot be made of.</summary>
internal sealed class HelpException(string file, string message) : Exception(message)
{
    public string File { get; } = file;
}
