using System.Text;

namespace Drydock.Maas.Design.Templates.Values;

/// <summary>A text that is put together, within what a rendering may make.</summary>
internal sealed class BoundedText(RenderBudget budget)
{
    private readonly StringBuilder _text = new();

    public BoundedText Append(string text)
    {
        if (_text.Length + (long)text.Length > RenderBudget.MostCharacters)
            budget.SpendText(_text.Length + (long)text.Length);
        budget.SpendText(text.Length);
        _text.Append(text);
        return this;
    }

    /// <summary>Texts with another between them.</summary>
    public BoundedText AppendJoined(string separator, IEnumerable<string> texts)
    {
        var isFirst = true;
        foreach (var text in texts)
        {
            if (!isFirst)
                Append(separator);
            Append(text);
            isFirst = false;
        }

        return this;
    }

    public override string ToString() => _text.ToString();
}
