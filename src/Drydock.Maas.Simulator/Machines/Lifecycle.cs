using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Machines;

/// <summary>Moves machines through their statuses in simulated time.</summary>
internal sealed class Lifecycle(SimulatorState state)
{
    private static readonly TimeSpan Commissioning = TimeSpan.FromSeconds(150);
    private static readonly TimeSpan Testing = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Deployment = TimeSpan.FromSeconds(270);
    private static readonly TimeSpan Release = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Erasing = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan PowerChange = TimeSpan.FromSeconds(5);

    private static readonly string[] CommissioningScripts =
    [
        "20-maas-01-install-lldpd", "20-maas-02-dhcp-unconfigured-ifaces", "20-maas-03-machine-resources", "30-maas-01-bmc-config",
        "40-maas-01-network-interfaces", "50-maas-01-commissioning", "maas-capture-lldpd", "maas-lshw", "maas-serial-ports",
    ];

    public void Commission(SimulatedMachine machine, SimulatedUser user, bool tests)
    {
        Set(machine, MachineStatus.Commissioning);
        machine.Owner = user;
        machine.CommissioningPassed = false;
        PowerOn(machine);
        After(machine, Commissioning, () => EndCommissioning(machine, tests));
    }

    public void Test(SimulatedMachine machine, Action end)
    {
        Set(machine, MachineStatus.Testing);
        After(machine, Testing, () =>
        {
            AddScripts(machine, 2, "Passed", machine.Disks.Select(_ => "smartctl-validate").DefaultIfEmpty("smartctl-validate"));
            end();
        });
    }

    public void Deploy(SimulatedMachine machine, SimulatedUser user)
    {
        Set(machine, MachineStatus.Deploying);
        machine.Owner = user;
        PowerOn(machine);
        After(machine, Deployment, () => EndDeployment(machine));
    }

    /// <summary>Gives the machine back; a running deployment is broken off at once.</summary>
    public void GiveBack(SimulatedMachine machine, bool erase)
    {
        var immediate = machine.Status is MachineStatus.Ready or MachineStatus.Allocated or MachineStatus.Broken or MachineStatus.Deploying;
        if (immediate)
        {
            EndRelease(machine);
            return;
        }

        Set(machine, erase ? MachineStatus.DiskErasing : MachineStatus.Releasing);
        ForgetDeployment(machine);
        After(machine, erase ? Erasing : Release, () => EndRelease(machine));
    }

    /// <summary>Breaks off commissioning, testing or deploying.</summary>
    public void Abort(SimulatedMachine machine)
    {
        var next = machine.Status == MachineStatus.Deploying ? MachineStatus.Allocated : machine.CommissioningPassed ? MachineStatus.Ready : MachineStatus.New;
        machine.StatusMessage = $"Aborted {MachineStatuses.NameOf(machine.Status).ToLowerInvariant()}";
        if (next != MachineStatus.Allocated)
            machine.Owner = null;
        After(machine, PowerChange, () =>
        {
            Set(machine, next);
            machine.PowerState = "off";
        });
    }

    public static void Set(SimulatedMachine machine, MachineStatus status, string? message = null)
    {
        machine.Status = status;
        machine.StatusMessage = message ?? MachineStatuses.NameOf(status);
        machine.StatusAction = message is null ? "" : "mark_failed";
        machine.Generation++;
    }

    private void EndCommissioning(SimulatedMachine machine, bool tests)
    {
        if (machine.FailCommissioning)
        {
            AddScripts(machine, 0, "Failed", CommissioningScripts);
            Set(machine, MachineStatus.FailedCommissioning, "Marking node failed - 1 script failed: 50-maas-01-commissioning");
            return;
        }

        AddScripts(machine, 0, "Passed", CommissioningScripts);
        new HardwareDiscovery(state).Run(machine);
        machine.CommissioningPassed = true;
        if (tests)
            Test(machine, () => BecomeReady(machine));
        else
            BecomeReady(machine);
    }

    private static void BecomeReady(SimulatedMachine machine)
    {
        Set(machine, MachineStatus.Ready);
        machine.Owner = null;
        machine.PowerState = "off";
    }

    private void EndDeployment(SimulatedMachine machine)
    {
        if (machine.FailDeployment)
        {
            AddScripts(machine, 1, "Failed", ["/tmp/install.log"]);
            Set(machine, MachineStatus.FailedDeployment, "Marking node failed - Installation failed (refer to the installation log for more information).");
            return;
        }

        AddScripts(machine, 1, "Passed", ["/tmp/install.log"]);
        machine.Netboot = false;
        Set(machine, MachineStatus.Deployed);
    }

    private static void EndRelease(SimulatedMachine machine)
    {
        ForgetDeployment(machine);
        machine.Annotations.Clear();
        machine.Owner = null;
        machine.Locked = false;
        machine.PowerState = "off";
        Set(machine, machine.CommissioningPassed ? MachineStatus.Ready : MachineStatus.New);
        machine.StatusMessage = "Released";
    }

    private static void ForgetDeployment(SimulatedMachine machine)
    {
        machine.OperatingSystem = "";
        machine.DistroSeries = "";
        machine.HweKernel = null;
        machine.Netboot = true;
    }

    private void PowerOn(SimulatedMachine machine) => After(machine, PowerChange, () => machine.PowerState = "on");

    private void AddScripts(SimulatedMachine machine, int type, string status, IEnumerable<string> names)
    {
        var scripts = names.Select(name => new SimulatedScript(
            state.Ids.Next("scriptresult"), name, status == "Failed" && name != "50-maas-01-commissioning" && type == 0 ? "Passed" : status, status == "Failed" ? 1 : 0)).ToList();
        machine.ScriptSets.Add(new(state.Ids.Next("scriptset"), type, status, state.Now, scripts));
    }

    private void After(SimulatedMachine machine, TimeSpan delay, Action action)
    {
        var generation = machine.Generation;
        state.Events.After(delay, () =>
        {
            if (machine.Generation == generation)
                action();
        });
    }
}
