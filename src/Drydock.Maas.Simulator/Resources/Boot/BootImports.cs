using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Boot;

/// <summary>The import of selected images. It takes simulated time; what it has brought shows at the next look.</summary>
internal static class BootImports
{
    private static readonly TimeSpan Duration = TimeSpan.FromMinutes(10);

    /// <summary>What the boot source has: the release of each Ubuntu series.</summary>
    public static readonly IReadOnlyDictionary<string, string> Series = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["xenial"] = "16.04",
        ["bionic"] = "18.04",
        ["focal"] = "20.04",
        ["jammy"] = "22.04",
        ["noble"] = "24.04",
    };

    private static readonly string[] OtherReleases =
        ["precise", "trusty", "artful", "cosmic", "disco", "eoan", "groovy", "hirsute", "impish", "kinetic", "lunar", "mantic"];

    /// <summary>Whether it is a series of Ubuntu, be it one the source does not have.</summary>
    public static bool IsUbuntu(string series) => Series.ContainsKey(series) || OtherReleases.Contains(series);

    /// <summary>The architectures the boot source has.</summary>
    public static readonly string[] Arches = ["amd64"];

    public static void Start(SimulatorState state)
    {
        if (!IsRunning(state))
            state.ImportEnds = state.Now + Duration;
    }

    public static void Stop(SimulatorState state) => state.ImportEnds = null;

    public static bool IsRunning(SimulatorState state)
    {
        if (state.ImportEnds is { } ends && ends <= state.Now)
        {
            state.ImportEnds = null;
            foreach (var selection in state.BootSelections.Where(selection => selection.SourceId == SimulatedBootSource.OfUbuntu))
                Bring(state, selection);
        }

        return state.ImportEnds is not null;
    }

    private static void Bring(SimulatorState state, SimulatedBootSelection selection)
    {
        var name = $"{selection.Os}/{selection.Release}";
        if (!Series.TryGetValue(selection.Release, out var version))
            return;
        var all = selection.Subarches.Contains("*");
        var kernels = new[] { $"ga-{version}", $"hwe-{version}" }.Where(k => all || selection.Subarches.Contains(k)).ToList();
        foreach (var architecture in selection.Arches.Contains("*") ? Arches : [.. selection.Arches])
        {
            foreach (var kernel in kernels)
            {
                if (!state.BootResources.Exists(r => r.Name == name && r.Architecture == $"{architecture}/{kernel}"))
                    state.BootResources.Add(New(state, name, $"{architecture}/{kernel}", kernel));
            }
        }
    }

    private static SimulatedBootResource New(SimulatorState state, string name, string architecture, string kernel) =>
        new()
        {
            Id = state.Ids.Next("bootresource"),
            Type = "Synced",
            Name = name,
            Architecture = architecture,
            Subarches = $"generic,{kernel}",
        };
}
