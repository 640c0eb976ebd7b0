using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.Resources.Boot;
using Drydock.Maas.Simulator.Resources.Interfaces;
using Drydock.Maas.Simulator.Resources.Storage;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Machines;

/// <summary>Switches a machine on for its owner; one that is allocated is deployed with it.</summary>
internal sealed class MachineStart(ApiCall call, SimulatedMachine machine)
{
    private readonly StatusChanges _changes = new(call.State);

    /// <exception cref="ApiException">400: it cannot be deployed as it is. 503: no rack can switch it on.</exception>
    public void Start(BridgeOptions options)
    {
        var deploys = machine.Status == MachineStatus.Allocated;
        if (machine.IsEphemeral)
            DemandEphemeral(options);
        _changes.NoteRequest(
            machine,
            call.SignedUser,
            deploys ? "User starting deployment" : "User powering up node",
            call.Post.Get("comment"),
            "start");
        DemandImages();
        if (deploys)
        {
            DemandConfigured();
            if (options.Wanted)
                AcquiredBridges.Make(call.State, machine, options);
            new Deployment(call.State).Begin(machine);
        }
        else
        {
            RackRequirements.RequirePower(call.State, machine);
            _changes.Power(machine, "on");
        }

        machine.UserData = call.Post.Get("user_data");
    }

    private void DemandEphemeral(BridgeOptions options)
    {
        if (options.Wanted)
            throw new ApiException(ApiResponse.Text(400, call.State.Rules.NoVmHostInMemory));
        if (machine.OperatingSystem.Length > 0 && !KernelNames.IsAsNew(machine.DistroSeries, "bionic"))
            throw new ApiException(ApiResponse.Text(400, "Ephemeral deployments only supported on Ubuntu Bionic 18.04+"));
    }

    private void DemandImages()
    {
        if (machine.Status is MachineStatus.Allocated or MachineStatus.Deploying)
        {
            var system = machine.OperatingSystem is { Length: > 0 } chosen ? chosen : Setting("default_osystem");
            var series = machine.DistroSeries is { Length: > 0 } release ? release : Setting("default_distro_series");
            RackRequirements.RequireDeployment(call.State, machine, system, series);
        }
        else if (StatusGroups.RunsEphemeral.Contains(machine.Status))
        {
            RackRequirements.RequireEphemeralImage(call.State, machine.Architecture);
        }
    }

    private void DemandConfigured()
    {
        if (!machine.Interfaces.Exists(i => i.Links.Exists(l => l.Mode != "link_up" && l.Subnet is not null)))
            throw new ApiException(ApiResponse.BareInvalid("network", "Node must be configured to use a network"));
        if (MachineStorage.Problems(machine) is { Count: > 0 } problems)
            throw new ApiException(ApiResponse.BareInvalid("storage", [.. problems]));
    }

    private string Setting(string name) => call.State.Config[name]!.GetValue<string>();
}
