using System.Globalization;

namespace Drydock.Maas.Design.Templates.Translation;

/// <summary>What is shared by the translation of one template: its constants, and names for its variables.</summary>
internal sealed class ScriptWriter
{
    private readonly List<object> _constants = [];
    private int _variables;

    public IReadOnlyList<object> Constants => _constants;

    /// <summary>The script's name for a value; no text of a template is ever part of the script.</summary>
    public string Constant(object value)
    {
        _constants.Add(value);
        return string.Create(CultureInfo.InvariantCulture, $"c[{_constants.Count - 1}]");
    }

    public string NewVariable() => string.Create(CultureInfo.InvariantCulture, $"v{_variables++}");

    public static string Call(string function, int line, params string[] arguments) =>
        string.Create(CultureInfo.InvariantCulture, $"({function} {line} {string.Join(' ', arguments)})");
}
