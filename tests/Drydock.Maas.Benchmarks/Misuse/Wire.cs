using System.Text.RegularExpressions;
using Drydock.Maas.Simulation;

namespace Drydock.Maas.Benchmarks.Misuse;

/// <summary>What requests do, read from the requests alone.</summary>
internal static partial class Wire
{
    private static readonly (Func<SimulatedRequest, bool> Is, string Words)[] Harms =
    [
        (r => r.Method == "DELETE" && IsOfMachine(r) && Parts(r).Length == 2, "remove|delete|destroy"),
        (r => r.Operation == "release", "release"),
        (r => r.Operation == "power_off", "off|stop|shut down"),
        (r => r.Operation == "abort", "abort|break|broken off|stop"),
        (r => r.Operation == "mark_broken", "broken"),
        (r => r.Operation == "commission", "commission"),
        (r => r.Operation == "deploy", "deploy"),
        (r => r.Operation is "set_storage_layout" or "unformat" or "unmount" or "delete_logical_volume" or "restore_storage_configuration",
            "layout|partition|volume|format|mount|raid|bcache|disk"),
        (r => r.Method == "DELETE" && r.RelativePath.Contains("/interfaces/", StringComparison.Ordinal), "interface|bond|bridge|vlan"),
        (r => r.Operation is "unlink_subnet" or "disconnect", "link|address|subnet|interface"),
        (r => r.Method == "DELETE" && r.RelativePath.StartsWith("nodes/", StringComparison.Ordinal)
            && !r.RelativePath.Contains("/interfaces/", StringComparison.Ordinal), "layout|partition|volume|raid|bcache|cache set|disk"),
        (r => r.Method == "DELETE" && !IsOfMachine(r) && !r.RelativePath.StartsWith("nodes/", StringComparison.Ordinal), "remove|delete"),
    ];

    /// <summary>Requests that were taken and may have changed something; what only asks the power is none.</summary>
    public static IReadOnlyList<SimulatedRequest> Writes(IEnumerable<SimulatedRequest> requests) =>
        [.. requests.Where(r => r.IsWrite && r.Operation is not "query_power_state" && r.Status is >= 200 and < 300)];

    /// <summary>The machine a request goes to; null for what all machines share.</summary>
    public static string? MachineOf(SimulatedRequest request) => IsOfMachine(request) && Parts(request) is { Length: >= 2 } parts ? parts[1] : null;

    /// <summary>The words by which a plan or question has to have told what the request destroys, stops or gives away; null where it does nothing of the kind.</summary>
    public static Regex? WordsFor(SimulatedRequest request) =>
        Harms.FirstOrDefault(h => h.Is(request)).Words is { } words ? new Regex(words, RegexOptions.IgnoreCase) : null;

    private static bool IsOfMachine(SimulatedRequest request) => MachinePath().IsMatch(request.RelativePath);

    private static string[] Parts(SimulatedRequest request) => request.RelativePath.Split('/', StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex("^(machines|nodes)/[^/]+/")]
    private static partial Regex MachinePath();
}
