using System.Text.RegularExpressions;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Interfaces;

/// <summary>Interfaces that a node has to have, written <c>label:key=value,key=value;label:key=value</c>.</summary>
internal sealed partial class InterfaceConstraints
{
    private static readonly HashSet<string> Keys = new(StringComparer.Ordinal)
    {
        "id", "not_id", "fabric", "not_fabric", "fabric_class", "not_fabric_class", "ip", "not_ip", "mode", "name", "not_name", "hostname",
        "not_hostname", "subnet", "not_subnet", "space", "not_space", "subnet_cidr", "not_subnet_cidr", "type", "vlan", "not_vlan", "vid",
        "not_vid", "tag", "not_tag", "link_speed",
    };

    private readonly Dictionary<string, ILookup<string, string>> _labels = new(StringComparer.Ordinal);

    private InterfaceConstraints()
    {
    }

    /// <summary>What is wrong with the text; null for nothing.</summary>
    public string? Problem { get; private set; }

    public static InterfaceConstraints Parse(string text)
    {
        var parsed = new InterfaceConstraints();
        // A text of one character asks for nothing.
        foreach (var constraint in text.Length > 1 ? text.Split(';') : [])
            parsed.Problem ??= parsed.Read(constraint);
        parsed.Problem ??= parsed._labels.Values.SelectMany(pairs => pairs).FirstOrDefault(pair => !Keys.Contains(pair.Key)) is { } unknown
            // The quotation mark that is not closed is MAAS's.
            ? $"Unknown interfaces constraint: '{unknown.Key}" : null;
        return parsed;
    }

    /// <summary>Whether a node has for every label an interface that fits.</summary>
    public Predicate<SimulatedNode> CreateTest(SimulatorState state)
    {
        var nodes = Match(state).Values.Select(nics => nics.Select(nic => nic.Node).ToHashSet()).ToList();
        return node => nodes.TrueForAll(fitting => fitting.Contains(node));
    }

    /// <summary>The interfaces of all nodes that fit, by label.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<SimulatedInterface>> Match(SimulatorState state) => _labels.ToDictionary(
        label => label.Key,
        IReadOnlyList<SimulatedInterface> (label) => label.Value
            .Select(pair => InterfaceSpecifiers.All.FindAny(state, pair.Select(value => $"{pair.Key}:{value}")))
            .Aggregate((before, next) => [.. before.Intersect(next)]),
        StringComparer.Ordinal);

    private string? Read(string constraint)
    {
        if (constraint.Split(':', 2) is not [var label, var text])
            return $"Malformed constraint: '{constraint}' (required format: '<label>:<key>=<value>[,<key2>=<value2>[,...]]')";
        if (!Label().IsMatch(label))
            return $"Invalid label name: '{label}' (Must begin with an alphanumeric character, and include only alphanumeric characters, dashes, and underscores.)";
        if (_labels.ContainsKey(label))
            return $"Constraint label defined more than once: '{label}'";
        var pairs = text.Split(',').Select(pair => (Text: pair, Parts: pair.Split('=', 2))).ToList();
        if (pairs.Find(pair => pair.Parts.Length < 2).Text is { } malformed)
            return $"Malformed key/value pair in constraint: '{malformed}'";
        _labels[label] = pairs.ToLookup(pair => pair.Parts[0], pair => pair.Parts[1]);
        return null;
    }

    [GeneratedRegex("^[a-zA-Z0-9]+[a-zA-Z0-9_-]*$")]
    private static partial Regex Label();
}
