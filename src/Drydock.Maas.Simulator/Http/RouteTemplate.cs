using System.Collections.Immutable;

namespace Drydock.Maas.Simulator.Http;

/// <summary>A path with <c>{placeholders}</c>; the trailing slash counts, as it does in MAAS.</summary>
internal sealed class RouteTemplate(string text)
{
    private static readonly ImmutableDictionary<string, string> Fixed = ImmutableDictionary<string, string>.Empty;

    private readonly string[] _segments = text.Split('/');

    public string Text { get; } = text;

    public int Length => _segments.Length;

    /// <summary>The placeholders' names, in the order of the path.</summary>
    public IEnumerable<string> Placeholders => _segments.Where(IsPlaceholder).Select(segment => segment[1..^1]);

    /// <summary>The placeholders' values, or null when the path is another one.</summary>
    public IReadOnlyDictionary<string, string>? Match(string[] parts)
    {
        for (var i = 0; i < parts.Length; i++)
        {
            if (IsPlaceholder(_segments[i]) ? parts[i].Length == 0 : _segments[i] != parts[i])
                return null;
        }

        return Array.Exists(_segments, IsPlaceholder) ? Values(parts) : Fixed;
    }

    private static bool IsPlaceholder(string segment) => segment is ['{', .., '}'];

    private Dictionary<string, string> Values(string[] parts)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < parts.Length; i++)
        {
            if (IsPlaceholder(_segments[i]))
                values[_segments[i][1..^1]] = parts[i];
        }

        return values;
    }
}
