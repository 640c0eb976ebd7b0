namespace Drydock.Maas.Simulator.Http;

/// <summary>Request parameters in the order sent; a name may repeat.</summary>
internal sealed class ParameterSet(IEnumerable<KeyValuePair<string, string>> pairs)
{
    private readonly KeyValuePair<string, string>[] _pairs = pairs.ToArray();

    /// <summary>Names of lists without an item, which only a JSON body can send.</summary>
    public IReadOnlySet<string> EmptyLists { get; init; } = new HashSet<string>();

    /// <summary>Names whose value was null, which only a JSON body can send.</summary>
    public IReadOnlySet<string> Nulls { get; init; } = new HashSet<string>();

    /// <summary>Names whose value was true or false and not the word for it, which only a JSON body can send.</summary>
    public IReadOnlySet<string> Booleans { get; init; } = new HashSet<string>();

    /// <summary>Whether they came as JSON, which the handlers of MAAS that look at forms only do not see.</summary>
    public bool IsJson { get; init; }

    /// <summary>The contents of the parts of a multipart form that are files.</summary>
    public IReadOnlyDictionary<string, byte[]> Files { get; init; } = new Dictionary<string, byte[]>();

    public static ParameterSet Empty { get; } = new([]);

    public int Count => _pairs.Length;

    public IEnumerable<string> Names => _pairs.Select(pair => pair.Key).Distinct(StringComparer.Ordinal);

    public bool Has(string name) => _pairs.Any(pair => pair.Key == name);

    /// <summary>The last value sent under the name, as Django reads it; null when it was not sent.</summary>
    public string? Get(string name) => _pairs.LastOrDefault(pair => pair.Key == name).Value;

    /// <summary>The content of a file as text; null when there is no such part.</summary>
    public string? FileText(string name) => Files.TryGetValue(name, out var content) ? System.Text.Encoding.UTF8.GetString(content) : null;

    public IReadOnlyList<string> GetAll(string name) =>
        _pairs.Where(pair => pair.Key == name).Select(pair => pair.Value).ToArray();

    /// <summary>The value, or MAAS's plain-text 400 for an argument that must be there.</summary>
    public string Require(string name)
    {
        var value = Get(name);
        return string.IsNullOrEmpty(value)
            ? throw new ApiException(ApiResponse.Text(400, $"No provided {name}!"))
            : value;
    }

    /// <summary>The value, be it empty, or MAAS's plain-text 400 where it was not sent at all.</summary>
    public string Demand(string name) => Get(name) ?? throw new ApiException(ApiResponse.Text(400, $"No provided {name}!"));

    public ParameterSet Without(string name) =>
        new(_pairs.Where(pair => pair.Key != name))
        {
            EmptyLists = EmptyLists.Where(n => n != name).ToHashSet(), Nulls = Nulls.Where(n => n != name).ToHashSet(),
            Booleans = Booleans, IsJson = IsJson, Files = Files,
        };
}
