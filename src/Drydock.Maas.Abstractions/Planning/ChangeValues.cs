namespace Drydock.Maas.Planning;

/// <summary>
/// The values of a change by name, each in one canonical text: numbers without units, sizes in bytes, addresses, ids, digests. Plans are compared by
/// these and never by the words that are shown.
/// </summary>
public sealed class ChangeValues : IEquatable<ChangeValues>
{
    private readonly SortedDictionary<string, string> _members;

    // Not public: PowerShell would make one of any hashtable.
    internal ChangeValues(IEnumerable<KeyValuePair<string, string>> members)
    {
        _members = new(new Dictionary<string, string>(members), StringComparer.Ordinal);
        Members = new TextMap<string>(_members);
    }

    private ChangeValues(string? text)
        : this([]) => Text = string.IsNullOrEmpty(text) ? null : text;

    /// <summary>The one value of a change that has no more than that; null for none.</summary>
    public string? Text { get; }

    /// <summary>The values by name; empty where there is one only.</summary>
    public IReadOnlyDictionary<string, string> Members { get; }

    /// <summary>No value.</summary>
    internal static readonly ChangeValues None = new((string?)null);

    /// <summary>A value by its name; null where there is none.</summary>
    /// <param name="name">The name, for example size.</param>
    public string? Find(string name) => _members.GetValueOrDefault(name);

    /// <summary>Whether the same members have the same values.</summary>
    /// <param name="other">Other values.</param>
    public bool Equals(ChangeValues? other) =>
        other is not null && Text == other.Text && _members.Count == other._members.Count && _members.All(m => other.Find(m.Key) == m.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ChangeValues);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Text);
        foreach (var (name, value) in _members)
            hash.Add(HashCode.Combine(name, value));
        return hash.ToHashCode();
    }

    /// <summary>Names and values.</summary>
    public override string ToString() => Text ?? string.Join(", ", _members.Select(m => $"{m.Key}={m.Value}"));

    /// <summary>These and one more.</summary>
    internal ChangeValues With(string name, string value) => new(_members.Append(KeyValuePair.Create(name, value)));

    /// <summary>The text of a value that is shown as it is.</summary>
    internal static ChangeValues FromText(string? text) => new(text);
}
