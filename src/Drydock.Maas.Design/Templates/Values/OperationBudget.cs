namespace Drydock.Maas.Design.Templates.Values;

/// <summary>Bounds what one rendering may do.</summary>
internal sealed class OperationBudget(CancellationToken token)
{
    /// <summary>The longest text, in characters.</summary>
    public const int MostCharacters = 8 * 1024 * 1024;

    private const int MostOperations = 2_000_000;

    private int _spent;

    public void Spend(int line)
    {
        if (++_spent > MostOperations)
            throw new TemplateException(line, $"The template does more than {MostOperations} operations; it loops too often.");
        if (_spent % 1000 == 0)
            token.ThrowIfCancellationRequested();
    }
}
