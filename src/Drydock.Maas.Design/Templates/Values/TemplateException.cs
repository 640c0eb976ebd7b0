namespace Drydock.Maas.Design.Templates.Values;

/// <summary>A template is wrong, or does not render for a node.</summary>
/// <param name="line">The line in the template, from 1.</param>
/// <param name="message">What is wrong and what to do.</param>
internal sealed class TemplateException(int line, string message) : Exception(message)
{
    public int Line => line;
}
