using System.Globalization;

namespace Drydock.Maas.Client.Http;

/// <summary>Parameters of a request, in order; a name may repeat. What is null is left out.</summary>
internal sealed class RequestParameters
{
    private readonly List<KeyValuePair<string, string>> _pairs = [];

    public IReadOnlyList<KeyValuePair<string, string>> Pairs => _pairs;

    public RequestParameters Add(string name, string? value)
    {
        if (value is not null)
            _pairs.Add(new(name, value));
        return this;
    }

    public RequestParameters Add(string name, long? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    public RequestParameters Add(string name, bool? value) => Add(name, value is null ? null : value.Value ? "true" : "false");

    /// <summary>Adds a flag only when it is set: MAAS takes any text but "false" for yes.</summary>
    public RequestParameters Flag(string name, bool value) => value ? Add(name, "true") : this;

    /// <summary>Adds a list as one text; an empty list clears.</summary>
    public RequestParameters AddJoined(string name, IReadOnlyList<string>? values) =>
        Add(name, values is null ? null : string.Join(',', values));

    public RequestParameters AddAll(string name, IEnumerable<int>? values) =>
        AddAll(name, values?.Select(v => v.ToString(CultureInfo.InvariantCulture)));

    public RequestParameters AddAll(string name, IEnumerable<string>? values)
    {
        foreach (var value in values ?? [])
            Add(name, value);
        return this;
    }
}
