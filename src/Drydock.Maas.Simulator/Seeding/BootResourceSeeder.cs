using Drydock.Maas.Simulator.Resources.Machines;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Seeding;

/// <summary>The images MAAS has imported: the Ubuntu releases of its version, each with its own and its hardware-enablement kernel.</summary>
internal static class BootResourceSeeder
{
    private const string Subarches = "generic,hwe-p,hwe-q,hwe-r,hwe-s,hwe-t,hwe-u,hwe-v,hwe-w";

    private static readonly string[] Releases = ["16.04", "18.04", "20.04", "22.04", "24.04"];

    public static void Seed(SimulatorState state)
    {
        foreach (var (series, version) in state.Rules.Series.Select(text => (text.Split(' ')[0], text.Split(' ')[1])))
            Add(state, series, version, string.Join(",ga-", Releases.TakeWhile(r => string.CompareOrdinal(r, version) <= 0).Prepend(Subarches)));
    }

    /// <summary>The source every MAAS begins with.</summary>
    public static void AddSource(SimulatorState state) => state.BootSources.Add(new()
    {
        Id = state.Ids.Next("bootsource"),
        Url = "http://images.maas.io/ephemeral-v3/stable/",
        KeyringFilename = "/usr/share/keyrings/ubuntu-cloudimage-keyring.gpg",
        Created = state.Started,
        Updated = state.Started,
    });

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
