using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Seeding;

/// <summary>The settings of a new MAAS 3.4.</summary>
internal static class ConfigSeeder
{
    public static void Seed(SimulatorState state)
    {
        var settings = new JsonObject();
        foreach (var (name, value) in settings)
            state.Config[name] = value;
    }
}
