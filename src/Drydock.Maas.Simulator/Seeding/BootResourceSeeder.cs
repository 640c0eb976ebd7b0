using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Seeding;

/// <summary>The images a rack has imported: two Ubuntu releases, each with its own and its hardware-enablement kernel.</summary>
internal static class BootResourceSeeder
{
    private const string Subarches = "generic,hwe-p,hwe-q,hwe-r,hwe-s,hwe-t,hwe-u,hwe-v,hwe-w,ga-16.04,ga-18.04,ga-20.04";

    public static void Seed(SimulatorState state)
    {
        Add(state, "jammy", "22.04", Subarches + ",ga-22.04");
        Add(state, "focal", "20.04", Subarches);
    }

    private static void Add(SimulatorState state, string series, string version, string subarches)
    {
        foreach (var kernel in new[] { "ga", "hwe" })
        {
            state.BootResources.Add(new()
            {
                Id = state.Ids.Next("bootresource"),
                Type = "Synced",
                Name = "ubuntu/" + series,
                Architecture = $"amd64/{kernel}-{version}",
                Subarches = subarches,
            });
        }
    }
}
