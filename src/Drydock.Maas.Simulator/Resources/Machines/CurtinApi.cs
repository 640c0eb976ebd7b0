using System.Globalization;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Machines;

/// <summary><c>op=get_curtin_config</c>: what an installer would be told, in brief.</summary>
internal sealed class CurtinApi : IApiModule
{
    public void Register(Router router) => router.Map("GET", "machines/{id}/", "get_curtin_config", Get);

    private static ApiResponse Get(ApiCall call)
    {
        var machine = MachineLookup.ToView(call);
        if (machine.Status is not (MachineStatus.Deploying or MachineStatus.Deployed or MachineStatus.FailedDeployment))
            return ApiResponse.Text(400, $"Machine {machine.Hostname} is not in a deployment state.");
        return ApiResponse.BareText(
            200,
            $"install:\n  log_file: /tmp/install.log\nkernel:\n  package: linux-{machine.HweKernel}\n"
            + $"storage:\n  config:\n{string.Concat(machine.Disks.Select(Render))}  version: 1\n");
    }

    private static string Render(SimulatedBlockDevice disk)
    {
        var table = disk.TableType?.ToLower(CultureInfo.InvariantCulture) ?? "unformatted";
        return $"  - id: {disk.Name}\n    name: {disk.Name}\n    ptable: {table}\n    type: disk\n";
    }
}
