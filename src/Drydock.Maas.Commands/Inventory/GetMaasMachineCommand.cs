using System.Management.Automation;
using Drydock.Maas.Api;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Commands.Completion;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Inventory;

/// <summary>Gets machines of MAAS with their interfaces and disks; all of them when no filter is given (GET machines/).</summary>
[Cmdlet(VerbsCommon.Get, "MaasMachine")]
[OutputType(typeof(Machine))]
public sealed class GetMaasMachineCommand : MaasCommand
{
    private readonly List<string> _names = [];

    /// <summary>Host names, short or with domain; wildcards are allowed.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Name")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(MachineCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Hostname { get; set; } = [];

    /// <summary>MAC addresses of any of the machine's interfaces.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] MacAddress { get; set; } = [];

    /// <summary>System ids.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] SystemId { get; set; } = [];

    /// <summary>Statuses in MAAS's words, for example Ready or Failed*; wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(MachineCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Status { get; set; } = [];

    /// <summary>Tags the machine must all have.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(MachineCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Tag { get; set; } = [];

    /// <summary>Collects the names: however many are piped in, MAAS is asked once.</summary>
    protected override void ProcessRecord() => _names.AddRange(Hostname);

    /// <summary>Asks MAAS and writes what matches.</summary>
    protected override void EndProcessing()
    {
        var names = new NameFilter(_names);
        var statuses = new NameFilter(Status);
        var machines = Await(token => ReadAsync(names, token));
        foreach (var machine in machines.Where(m => (names.Matches(m.Hostname) || names.Matches(m.Fqdn)) && statuses.Matches(m.StatusName)))
            WriteObject(machine);
        WriteMissing(machines, names.Literals, "host name", (m, n) => NameFilter.Same(m.Hostname, n) || NameFilter.Same(m.Fqdn, n));
        WriteMissing(machines, SystemId, "system id", (m, id) => NameFilter.Same(m.SystemId, id));
        WriteMissing(machines, MacAddress, "MAC address", HasMac);
    }

    private static bool HasMac(Machine machine, string mac) => machine.Interfaces.Any(i => NameFilter.Same(i.MacAddress, mac));

    private async Task<IReadOnlyList<Machine>> ReadAsync(NameFilter names, CancellationToken token)
    {
        var filter = new MachineFilter
        {
            Hostnames = names.HasWildcards ? [] : names.Literals,
            MacAddresses = MacAddress,
            SystemIds = SystemId,
            Tags = Tag,
        };
        return await Connection.Client.Machines.ListAsync(filter, token).ConfigureAwait(false);
    }

    private void WriteMissing(IReadOnlyList<Machine> machines, IEnumerable<string> wanted, string what, Func<Machine, string, bool> isIt)
    {
        foreach (var value in wanted.Where(v => !machines.Any(m => isIt(m, v))))
            WriteError(ErrorRecords.NotFound(NodeErrorIds.MachineNotFound, $"MAAS has no machine with the {what} {value}.", value));
    }
}
