using System.Globalization;
using System.Text.RegularExpressions;

namespace Drydock.Maas.Design.Documents.Properties;

/// <summary>The JSON path of a value within a document's content, written out only when a message needs it.</summary>
internal sealed partial class DocumentPath
{
    private readonly DocumentPath? _parent;
    private readonly string? _name;
    private readonly int _index;

    private DocumentPath(DocumentPath? parent, string? name, int index)
    {
        _parent = parent;
        _name = name;
        _index = index;
    }

    /// <summary>The content itself: $.</summary>
    public static DocumentPath Root { get; } = new(null, null, 0);

    public DocumentPath Member(string name) => new(this, name, 0);

    public DocumentPath Item(int index) => new(this, null, index);

    public override string ToString()
    {
        if (_parent is null)
            return "$";
        if (_name is null)
            return string.Create(CultureInfo.InvariantCulture, $"{_parent}[{_index}]");
        return Plain().IsMatch(_name) ? $"{_parent}.{_name}" : $"{_parent}['{_name.Replace("'", "\\'", StringComparison.Ordinal)}']";
    }

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_-]*\z")]
    private static partial Regex Plain();
}
