using System.Collections;
using System.Management.Automation;
using Drydock.Maas.Api;
using Drydock.Maas.Commands.Completion;
using Drydock.Maas.Commands.Input;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Machines;

/// <summary>
/// Changes name, domain, pool, zone, description and power settings of
/// machines (PUT machines/{system_id}/); only what differs is sent.
/// </summary>
[Cmdlet(VerbsCommon.Set, "MaasMachine", DefaultParameterSetName = "Machine", SupportsShouldProcess = true)]
[OutputType(typeof(Machine))]
public sealed class SetMaasMachineCommand : MachineChangeCommand
{
    private readonly Dictionary<Machine, MachineUpdate> _updates = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Machine, PowerParameters> _power = new(ReferenceEqualityComparer.Instance);

    /// <summary>The new short name; for one machine.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? NewHostname { get; set; }

    /// <summary>The DNS domain's name.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(DomainNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Domain { get; set; }

    /// <summary>The resource pool's name.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ResourcePoolNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Pool { get; set; }

    /// <summary>The availability zone's name.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ZoneNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Zone { get; set; }

    /// <summary>The description; an empty text clears it.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? Description { get; set; }

    /// <summary>The power driver: ipmi, redfish, virsh, manual and so on.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PowerTypeCompleter))]
    public string? PowerType { get; set; }

    /// <summary>Parameters of the power driver, for example @{ power_address = '10.0.0.9' }; secrets may be SecureStrings.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary PowerParameter { get; set; } = new Hashtable();

    /// <summary>Account and password of the management controller.</summary>
    [Parameter]
    [Credential]
    public PSCredential? PowerCredential { get; set; }

    private protected override async Task<bool> PrepareAsync(IReadOnlyList<MachineTarget> machines, CancellationToken token)
    {
        if (NewHostname is not null && machines.Count > 1)
        {
            throw new MaasException(
                ErrorIds.AmbiguousMachine, $"{machines.Count} machines were given, and one only can be called {NewHostname}. Nothing was changed.");
        }

        if (PowerInput.Read(PowerParameter, PowerCredential).Count == 0)
            return false;
        foreach (var group in machines.GroupBy(t => t.Session, t => t.Machine))
        {
            var power = await group.Key.Client.Machines.GetPowerParametersAsync([.. group.Select(m => m.SystemId)], token).ConfigureAwait(false);
            foreach (var machine in group.Where(m => power.ContainsKey(m.SystemId)))
                _power[machine] = power[machine.SystemId];
        }

        return true;
    }

    private protected override string? Describe(Machine machine)
    {
        var power = PowerInput.Read(PowerParameter, PowerCredential);
        var known = _power.GetValueOrDefault(machine)?.All;
        var update = new MachineUpdate
        {
            Hostname = Differing(NewHostname, machine.Hostname),
            Domain = Differing(Domain, machine.Domain?.Name),
            Pool = Differing(Pool, machine.Pool?.Name),
            Zone = Differing(Zone, machine.Zone?.Name),
            Description = Differing(Description, machine.Description ?? ""),
            PowerType = Differing(PowerType, machine.PowerType),
            PowerParameters = power.Where(p => known?.GetValueOrDefault(p.Key) != p.Value).ToDictionary(p => p.Key, p => p.Value),
        };
        _updates[machine] = update;
        var words = DescribeChanges(update).ToList();
        return words.Count == 0 ? null : $"set {string.Join(", ", words)}";
    }

    private protected override Task<Machine> ChangeAsync(IMaasClient client, Machine machine, CancellationToken token) =>
        client.Machines.UpdateAsync(machine.SystemId, _updates[machine], token);

    private static string? Differing(string? wanted, string? present) => wanted is null || wanted == present ? null : wanted;

    /// <summary>The changes; of power parameters the names alone, as their values may be secrets.</summary>
    private static IEnumerable<string> DescribeChanges(MachineUpdate update)
    {
        (string Name, string? Value)[] fields =
        [
            ("host name", update.Hostname), ("domain", update.Domain), ("pool", update.Pool), ("zone", update.Zone),
            ("description", update.Description), ("power type", update.PowerType),
        ];
        return fields.Where(f => f.Value is not null).Select(f => $"{f.Name} {f.Value}").Concat(update.PowerParameters.Keys);
    }
}
