using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Storage;

/// <summary><c>nodes/{system_id}/vmfs-datastores/</c> and <c>vmfs-datastore/{id}/</c>.</summary>
internal sealed class DatastoresApi() : GroupsApi<SimulatedDatastore>("VMFS datastore", "VMFS")
{
    protected override string All => "nodes/{id}/vmfs-datastores/";

    protected override IReadOnlyList<string> One { get; } = ["nodes/{id}/vmfs-datastore/{group}/"];

    protected override List<SimulatedDatastore> GetGroups(SimulatedMachine machine) => machine.Datastores;

    protected override JsonObject Render(SimulatedMachine machine, SimulatedDatastore group) => new()
    {
        ["id"] = group.Id,
        ["system_id"] = machine.SystemId,
        ["name"] = group.Name,
        ["uuid"] = group.Uuid,
        ["size"] = group.Size,
        ["human_size"] = StorageJson.Human(group.Size),
        ["devices"] = ApiJson.List(group.Extents, StorageJson.Render),
        ["filesystem"] = VirtualDevices.Find(machine, group).EffectiveFilesystem is { } filesystem
            ? new JsonObject { ["fstype"] = filesystem.Type, ["mount_point"] = filesystem.MountPoint }
            : null,
        ["resource_uri"] = ApiJson.Uri($"nodes/{machine.SystemId}/vmfs-datastore/{group.Id}/"),
    };

    protected override string Refusal(string verb) => verb switch
    {
        "create" => "Cannot create VMFS group because the machine is not Ready.",
        "update" => "Cannot update the VMFS datastore because the machine is not Ready.",
        _ => base.Refusal(verb),
    };

    protected override ApiResponse Create(ApiCall call, SimulatedMachine machine)
    {
        (string, string)? problem = VmfsLayout.IsOn(machine)
            ? null
            : ("VMFS", "VMFS Datastores may only be created after the VMFS6 or VMFS7 storage layout has been applied.");
        var (name, uuid, members) = new MembersForm(call, machine).ReadNew(problem);
        VirtualDevices.DemandFree(machine, name);
        var extents = members.OfType<SimulatedPartition>().Concat(Partitioned(call, members)).ToList();
        var datastore = new LayoutVolumes(call.State, machine).AddDatastore(name, extents);
        datastore.Uuid = uuid ?? datastore.Uuid;
        return ApiResponse.Json(Render(machine, datastore));
    }

    protected override ApiResponse Update(ApiCall call, SimulatedMachine machine, SimulatedDatastore group)
    {
        var (uuid, added, removed) = new MembersForm(call, machine).ReadChange(group.Extents);
        if (group.Extents.Except(removed).Concat(added).ToList() is [])
            return ApiResponse.BareInvalid("__all__", "At least one filesystem must have been added.");
        var name = call.Form.Get("name") is { Length: > 0 } given ? given : group.Name;
        VirtualDevices.DemandFree(machine, name, group);
        foreach (var extent in Partitioned(call, added).Concat(added.OfType<SimulatedPartition>()).ToList())
            group.Extend(extent);
        removed.ForEach(group.Leave);
        (group.Name, group.Uuid) = (name, uuid ?? group.Uuid);
        VirtualDevices.Resize(machine);
        return ApiResponse.Json(Render(machine, group));
    }

    /// <summary>Devices are not used as they are but get a partition of all of them.</summary>
    private static IEnumerable<SimulatedPartition> Partitioned(ApiCall call, IEnumerable<SimulatedVolume> volumes) =>
        volumes.OfType<SimulatedBlockDevice>().Select(device => PartitionTables.Add(call.State, device));
}
