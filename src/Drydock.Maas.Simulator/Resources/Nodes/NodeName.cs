using System.Globalization;
using System.Text.RegularExpressions;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Nodes;

/// <summary>The name a form gives a node, with the domain behind its first point.</summary>
/// <param name="Hostname">Made up where the form's is empty, or a new node's is that of an address.</param>
/// <param name="Domain">Null where the name has no point.</param>
internal sealed partial record NodeName(string Hostname, SimulatedDomain? Domain)
{
    /// <param name="call">The request.</param>
    /// <param name="errors">What is wrong with the name goes there.</param>
    /// <param name="text">The name as given, or as it was.</param>
    /// <param name="self">The node to change; null for a new one.</param>
    public static NodeName Read(ApiCall call, FieldErrors errors, string text, SimulatedNode? self)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        var hostname = dot < 0 ? text : text[..dot];
        if (hostname.Length == 0 || (self is null && AddressPattern().IsMatch(hostname)))
            return new(MachineNames.Make(self?.Id ?? call.State.Ids.Next("name")), null);
        var domain = dot < 0 ? null : call.State.Domains.Find(known => known.Name == text[(dot + 1)..]);
        if (HostnameRules.Problem(text) is { } problem)
            errors.Add("hostname", problem);
        else if (dot >= 0 && domain is null)
            errors.Add("hostname", "Nonexistant domain.");
        else if (call.State.Nodes.Exists(node => node != self && node.Hostname == hostname))
            errors.Add("hostname", "Node with this Hostname already exists.");
        return new(hostname, domain);
    }

    [GeneratedRegex(@"^\d{1,3}-\d{1,3}-\d{1,3}-\d{1,3}$")]
    private static partial Regex AddressPattern();
}

/// <summary>Names as MAAS gives them to machines nobody has named.</summary>
internal static class MachineNames
{
    private static readonly string[] Adjectives =
    [
        "brave", "calm", "clever", "eager", "fair", "gentle", "happy", "keen", "lucky", "merry", "noble", "quick", "sharp", "swift",
        "witty",
    ];
    private static readonly string[] Animals =
    [
        "badger", "crane", "dingo", "eagle", "ferret", "gecko", "heron", "ibis", "jackal", "koala", "lynx", "marten", "newt", "otter",
        "panda",
    ];

    /// <summary>The name of a node, the same on every run.</summary>
    public static string Make(int id)
    {
        var name = $"{Adjectives[id % Adjectives.Length]}-{Animals[id / Adjectives.Length % Animals.Length]}";
        var round = id / (Adjectives.Length * Animals.Length);
        return round == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}-{round}");
    }
}
