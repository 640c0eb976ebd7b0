using System.Globalization;

namespace Drydock.Maas.Design.Templates.Values;

/// <summary>
/// Bounds what one rendering may do, make and nest, whatever the template: each operation, item and stretch of text is spent here,
/// so that neither a loop nor a value that doubles takes the machine's time or memory.
/// </summary>
internal sealed class RenderBudget(CancellationToken token)
{
    /// <summary>The longest text, in characters.</summary>
    public const int MostCharacters = 8 * 1024 * 1024;

    /// <summary>How deep expressions and the lists and mappings that they make may be nested; a thread's stack bears more.</summary>
    public const int MostNested = 250;

    private const int MostOperations = 4_000_000;
    private const int CharactersForAnOperation = 16;
    private const int OperationsBetweenLooks = 1000;

    private long _spent;
    private long _nextLook;
    private int _nested;

    public void Spend(long operations = 1)
    {
        _spent += operations;
        if (_spent < _nextLook)
            return;
        token.ThrowIfCancellationRequested();
        _nextLook = _spent + OperationsBetweenLooks;
        if (_spent > MostOperations)
        {
            throw new TemplateException(string.Create(
                CultureInfo.InvariantCulture,
                $"The template does more than {MostOperations} operations; it loops too often, or makes too many items or too much text."));
        }
    }

    /// <summary>Spends what it takes to make or to read a text.</summary>
    public void SpendText(long characters)
    {
        if (characters > MostCharacters)
        {
            throw new TemplateException(string.Create(
                CultureInfo.InvariantCulture, $"The text becomes too long; it may have {MostCharacters} characters."));
        }

        Spend(1 + (characters / CharactersForAnOperation));
    }

    /// <summary>Goes a level deeper, where so much is to be done; <see cref="Leave"/> comes back.</summary>
    public void Enter(long operations = 1)
    {
        Spend(operations);
        if (++_nested > MostNested)
        {
            throw new TemplateException(string.Create(
                CultureInfo.InvariantCulture, $"Lists, mappings or operations are nested more than {MostNested} deep."));
        }
    }

    public void Leave() => _nested--;
}
