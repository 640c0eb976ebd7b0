using System.Management.Automation;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Commands.Output;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Inventory;

/// <summary>Gets what lshw and lldpd wrote about machines at commissioning, as XML (op=details).</summary>
[Cmdlet(VerbsCommon.Get, "MaasMachineDetail", DefaultParameterSetName = "Machine")]
[OutputType(typeof(MachineDetails))]
public sealed class GetMaasMachineDetailCommand : MachineTargetCommand
{
    /// <summary>Reads machine by machine and writes as it goes.</summary>
    protected override void EndProcessing()
    {
        foreach (var (machine, session) in ReadMachines())
        {
            try
            {
                var details = Await(token => session.Client.Machines.GetDetailsAsync(machine.SystemId, token));
                WriteObject(details with { Hostname = machine.Hostname });
            }
            catch (MaasException e)
            {
                WriteError(e.ToErrorRecord(machine));
            }
        }
    }
}
