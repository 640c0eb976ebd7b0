namespace Drydock.Maas.Simulator.Resources.Scripts;

/// <summary>One of the tests MAAS brings.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Id">Its number.</param>
/// <param name="Hardware">MAAS's number of what it tests: 0 node, 1 CPU, 2 memory, 3 storage, 4 network.</param>
/// <param name="Tags">What it can be chosen by as well.</param>
/// <param name="Destructive">Whether it destroys what is on the disks.</param>
internal sealed record BuiltInTest(string Name, int Id, int Hardware, IReadOnlyList<string> Tags, bool Destructive = false);

/// <summary>The tests MAAS brings.</summary>
internal static class BuiltInTests
{
    public const int Storage = 3;
    private const int Cpu = 1;
    private const int Memory = 2;
    private const int Network = 4;

    public static readonly IReadOnlyList<BuiltInTest> All =
    [
        .. new (string Name, int Hardware, string[] Tags, bool Destructive)[]
        {
            (ScriptSets.DiskTest, Storage, ["commissioning", "storage"], false), ("smartctl-short", Storage, ["storage"], false),
            ("smartctl-long", Storage, ["storage"], false), ("smartctl-conveyance", Storage, ["storage"], false),
            ("memtester", Memory, ["memory"], false), ("stress-ng-cpu-long", Cpu, ["cpu"], false),
            ("stress-ng-cpu-short", Cpu, ["cpu"], false), ("stress-ng-memory-long", Memory, ["memory"], false),
            ("stress-ng-memory-short", Memory, ["memory"], false), ("ntp", Network, ["network", "ntp", "node"], false),
            ("badblocks", Storage, ["storage"], false), ("badblocks-destructive", Storage, ["destructive", "storage"], true),
            ("7z", Cpu, ["cpu"], false), ("fio", Storage, ["destructive", "storage"], true),
            ("internet-connectivity", Network, ["network", "internet", "node"], false),
            ("gateway-connectivity", Network, ["network", "node"], false),
            ("rack-controller-connectivity", Network, ["network", "node"], false),
        }.Select((test, index) => new BuiltInTest(
            test.Name, ScriptSets.Commissioning.Length + 1 + index, test.Hardware, test.Tags, test.Destructive)),
    ];

    /// <summary>Those that names and tags choose.</summary>
    public static IEnumerable<BuiltInTest> Find(IReadOnlyList<string> names) =>
        All.Where(test => names.Contains(test.Name) || test.Tags.Any(names.Contains));
}
