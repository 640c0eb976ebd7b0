using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Storage;

/// <summary><c>nodes/{system_id}/raids/</c> and <c>raid/{id}/</c>.</summary>
internal sealed class RaidsApi() : GroupsApi<SimulatedRaid>("RAID", "RAID")
{
    protected override string All => "nodes/{id}/raids/";

    protected override IReadOnlyList<string> One { get; } = ["nodes/{id}/raid/{group}/"];

    protected override List<SimulatedRaid> GroupsOf(SimulatedMachine machine) => machine.Raids;

    protected override JsonObject Render(SimulatedMachine machine, SimulatedRaid group) => GroupJson.Render(machine, group);

    protected override ApiResponse Create(ApiCall call, SimulatedMachine machine) => new RaidForm(call, machine).Create();

    protected override ApiResponse Update(ApiCall call, SimulatedMachine machine, SimulatedRaid group) =>
        new RaidForm(call, machine).Update(group);
}
