using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Observe;
using Drydock.Maas.Provisioning.Plans;
using Drydock.Maas.Provisioning.Steps;

namespace Drydock.Maas.Provisioning.Network;

/// <summary>Sets up bonds, VLAN interfaces, addresses and MTUs.</summary>
internal sealed class NetworkStep(MaasSession session) : INodeStep
{
    private readonly NodeLshw _lshw = NodeLshw.For(session);
    private readonly SharedRead<SiteSnapshot> _site = new(token => ReadSiteAsync(session, token));

    public string Name => "Network";

    public async Task<Plan<MachineContext>> PlanAsync(NodeObservation observation, CancellationToken token)
    {
        var (node, machine, host) = observation;
        var isKnown = machine.StatusName is not (MachineState.New or MachineState.Commissioning or MachineState.Testing);
        if (!isKnown && !host.PlanOnly)
            throw MachineState.Wrong(machine, "network set-up", "Commission it first (Invoke-MaasCommission).");

        var site = await _site.GetAsync(token).ConfigureAwait(false);
        var names = await _lshw.NamesAsync(node, machine, node.Interfaces.SelectMany(i => i.Slaves), token).ConfigureAwait(false);
        var plan = NetworkPlanner.Plan(node, machine, site, names);
        return isKnown ? Admit(plan, machine) : plan with { Messages = [.. plan.Messages, $"Machine {machine} is {machine.StatusName}: planned from what is known of its NICs before commissioning."] };
    }

    private static Plan<MachineContext> Admit(Plan<MachineContext> plan, Machine machine)
    {
        if (plan.IsEmpty)
            return plan;
        if (machine.StatusName is MachineState.Deployed or MachineState.Deploying)
            return new([], [.. plan.Messages, $"{plan.Changes.Count} differences in the network can only be mended after machine {machine} is released: {plan.Changes[0]} ..."]);
        if (machine.Locked)
            throw MachineState.Locked(machine);
        return machine.StatusName is MachineState.Ready or MachineState.Allocated or MachineState.Broken or MachineState.FailedTesting
            ? plan
            : throw MachineState.Wrong(machine, "network set-up", "MAAS allows it on Ready, Allocated and Broken machines.");
    }

    private static async Task<SiteSnapshot> ReadSiteAsync(MaasSession session, CancellationToken token)
    {
        var fabrics = session.Client.Fabrics.ListAsync(token);
        var subnets = session.Client.Subnets.ListAsync(token);
        return new SiteSnapshot { Fabrics = await fabrics.ConfigureAwait(false), Subnets = await subnets.ConfigureAwait(false) };
    }
}
