using Drydock.Maas.Simulator.Saving;
using Drydock.Maas.Simulator.Seeding;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Hosting;

/// <summary>The state a server begins with: a saved one, or that of a new server.</summary>
internal static class StartState
{
    private const double UsualSpeed = 60;

    public static SimulatorState Create(SimulatorOptions options)
    {
        var state = options.StatePath is { } path ? StateFile.Read(path, options.TimeProvider, options.Speed) : NewState(options);
        if (options.MaasVersion is { } version)
            Upgrade(state, version);
        foreach (var fault in options.Faults)
            state.Faults.Add(fault);
        return state;
    }

    /// <summary>A saved state goes on as another version, with what it holds.</summary>
    private static void Upgrade(SimulatorState state, string version)
    {
        state.MaasVersion = VersionRules.Find(version).Name;
        state.Vlans.ForEach(vlan => vlan.GoesByTag = state.Rules.NamesVlansByTag);
    }

    private static SimulatorState NewState(SimulatorOptions options)
    {
        var state = new SimulatorState(new(options.TimeProvider, options.Speed ?? UsualSpeed));
        state.MaasVersion = options.MaasVersion ?? VersionRules.Usual;
        SiteSeeder.Seed(state, options);
        DesignSeeder.Seed(state, options);
        return state;
    }
}
