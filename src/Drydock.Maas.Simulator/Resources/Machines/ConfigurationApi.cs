using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.Resources.Storage;

namespace Drydock.Maas.Simulator.Resources.Machines;

/// <summary>Networking and storage of a machine put back to what commissioning made, and the storage layouts.</summary>
internal sealed class ConfigurationApi : IApiModule
{
    private const string One = "machines/{id}/";

    public void Register(Router router)
    {
        router.Map("POST", One, "clear_default_gateways", ClearGateways);
        router.Map("POST", One, "set_storage_layout", SetLayout);
        router.Map(
            "POST",
            One,
            "restore_networking_configuration",
            call => Restore(call, "networking configuration", network: true, storage: false));
        router.Map(
            "POST",
            One,
            "restore_storage_configuration",
            call => Restore(call, "storage configuration.", network: false, storage: true));
        router.Map(
            "POST",
            One,
            "restore_default_configuration",
            call => Restore(call, "default networking and storage configuration.", network: true, storage: true));
    }

    private static ApiResponse ClearGateways(ApiCall call)
    {
        var machine = MachineLookup.ToAdminister(call);
        machine.ForgetGateways(_ => true);
        return MachineApi.Render(call, machine);
    }

    private static ApiResponse SetLayout(ApiCall call)
    {
        var machine = MachineLookup.ToAdminister(call);
        MachineLookup.Require(
            machine, "Cannot change the storage layout on a machine that is not Ready.", MachineStatus.Ready);
        new StorageLayouts(call.State, machine).Apply(new(call.Form, machine));
        return MachineApi.Render(call, machine);
    }

    private static ApiResponse Restore(ApiCall call, string what, bool network, bool storage)
    {
        var machine = MachineLookup.ToAdminister(call);
        MachineLookup.Require(
            machine,
            $"Machine must be in a ready or failed testing state to restore {what}",
            MachineStatus.Ready,
            MachineStatus.FailedTesting);
        if (storage && machine.EffectiveBootDisk is not null)
            new StorageLayouts(call.State, machine).Flat(null, null, null);
        if (network)
            new HardwareDiscovery(call.State).ResetInterfaces(machine);
        return MachineApi.Render(call, machine);
    }
}
