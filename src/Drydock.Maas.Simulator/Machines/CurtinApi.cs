using System.Globalization;
using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.Machines;

/// <summary><c>op=get_curtin_config</c>: what an installer would be told, in brief.</summary>
internal sealed class CurtinApi : IApiModule
{
    public void Register(Router router) => router.Map("GET", "machines/{id}/", "get_curtin_config", Get);

    private static ApiResponse Get(ApiCall call)
    {
        var machine = MachineLookup.Machine(call);
        if (machine.Status is not (MachineStatus.Deploying or MachineStatus.Deployed or MachineStatus.FailedDeployment))
            return ApiResponse.Text(400, $"Machine {machine.Hostname} is not in a deployment state.");
        var disks = string.Concat(machine.Disks.Select(disk => string.Create(
            CultureInfo.InvariantCulture, $"  - id: {disk.Name}\n    name: {disk.Name}\n    ptable: {disk.TableType?.ToLowerInvariant() ?? "unformatted"}\n    type: disk\n")));
        return ApiResponse.BareText(
            200, $"install:\n  log_file: /tmp/install.log\nkernel:\n  package: linux-{machine.HweKernel}\nstorage:\n  config:\n{disks}  version: 1\n");
    }
}
