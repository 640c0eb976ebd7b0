namespace Drydock.Maas.Design.Templates.Values;

/// <summary>A line and a column of a template, from 1.</summary>
internal readonly record struct TemplatePlace(int Line, int Column);

/// <summary>A template is wrong, or does not render for a node.</summary>
/// <param name="message">What is wrong and what to do.</param>
/// <param name="place">Where; null until the expression or statement is known that failed.</param>
internal sealed class TemplateException(string message, TemplatePlace? place = null) : Exception(message)
{
    public bool IsPlaced => place is not null;

    public int Line => place?.Line ?? 1;

    public int Column => place?.Column ?? 1;

    public TemplateException At(TemplatePlace where) => new(Message, where);
}
