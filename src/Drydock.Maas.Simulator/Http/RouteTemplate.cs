namespace Drydock.Maas.Simulator.Http;

/// <summary>A path with <c>{placeholders}</c>; the trailing slash counts, as it does in MAAS.</summary>
internal sealed class RouteTemplate(string text)
{
    private readonly string[] _segments = text.Split('/');

    public string Text { get; } = text;

    /// <summary>The placeholders' values, or null when the path is another one.</summary>
    public IReadOnlyDictionary<string, string>? Match(string path)
    {
        var parts = path.Split('/');
        if (parts.Length != _segments.Length)
            return null;
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < parts.Length; i++)
        {
            if (_segments[i] is ['{', .. var name, '}'] && parts[i].Length > 0)
                values[name] = parts[i];
            else if (_segments[i] != parts[i])
                return null;
        }

        return values;
    }
}
