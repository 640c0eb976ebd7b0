using System.Globalization;

namespace Drydock.Maas.Simulator.Resources.Nodes;

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
    public static string Of(int id)
    {
        var name = $"{Adjectives[id % Adjectives.Length]}-{Animals[id / Adjectives.Length % Animals.Length]}";
        var round = id / (Adjectives.Length * Animals.Length);
        return round == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}-{round}");
    }
}
