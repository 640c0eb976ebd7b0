using System.Collections;
using System.Management.Automation;
using Drydock.Maas.Api;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Commands.Completion;
using Drydock.Maas.Commands.Input;
using Drydock.Maas.Commands.Output;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Inventory;

/// <summary>
/// Gets machines of MAAS with their interfaces and disks, as they come; all of them when no filter is given (GET machines/).
/// </summary>
[Cmdlet(VerbsCommon.Get, "MaasMachine")]
[OutputType(typeof(Machine))]
public sealed class GetMaasMachineCommand : MaasCommand
{
    private readonly List<string> _names = [];
    private readonly List<string> _ids = [];

    /// <summary>Host names, short or with domain; wildcards are allowed, and read all machines.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Name")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(HostnameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Hostname { get; set; } = [];

    /// <summary>MAC addresses of any of the machine's interfaces, with colons, dashes, dots or none of them.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(MacAddressCompleter))]
    public string[] MacAddress { get; set; } = [];

    /// <summary>System ids.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SystemIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] SystemId { get; set; } = [];

    /// <summary>
    /// Addresses of management controllers, with or without scheme and port; one without port fits any. Takes one request more, for the power
    /// parameters of all machines.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] PowerAddress { get; set; } = [];

    /// <summary>Statuses in MAAS's words, for example Ready or Failed*; wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(MachineStatusCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Status { get; set; } = [];

    /// <summary>Tags the machine must all have.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(TagNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Tag { get; set; } = [];

    /// <summary>Availability zones, one of which the machine must be in.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ZoneNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Zone { get; set; } = [];

    /// <summary>Resource pools, one of which the machine must be in.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ResourcePoolNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Pool { get; set; } = [];

    /// <summary>DNS domains, one of which the machine must be in.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(DomainNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Domain { get; set; } = [];

    /// <summary>Other filters of the server by name, for example @{ agent_name = 'x'; not_tags = 'a', 'b' }.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary Filter { get; set; } = new Hashtable();

    /// <summary>An object that is piped in: what is asked for is read where the object came from.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public MaasObject? Source { get; set; }

    /// <summary>The address of the MAAS that a row which is piped in was read from.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    public Uri? MaasUrl { get; set; }

    private protected override bool TakesSessionOfInput => true;

    /// <summary>Collects the names: however many are piped in, MAAS is asked once.</summary>
    protected override void ProcessRecord()
    {
        if (!TryUse(() => InputOrigin.FromObject(Source, MaasUrl), (object?)Source ?? Hostname))
            return;
        // An object or row that has both is known by its id: it may have been renamed.
        if (!MyInvocation.ExpectingInput || SystemId.Length == 0)
            _names.AddRange(Hostname);
        _ids.AddRange(SystemId.Except(_ids, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Asks MAAS and writes what matches, as it comes.</summary>
    protected override void EndProcessing()
    {
        if (LacksInput)
            return;
        var names = new NameFilter(_names);
        var statuses = new NameFilter(Status);
        var filter = MakeFilter(names);
        if (filter is null)
            return;
        var (missingNames, missingIds, missingMacs) = (new MissingNames(names.Literals), new MissingNames(_ids), new MissingNames(MacAddress, IsSameMac));
        FetchEach(token => Connection.Client.Machines.StreamAsync(filter, token), machine =>
        {
            missingNames.MarkFound(machine.Hostname, machine.Fqdn);
            missingIds.MarkFound(machine.SystemId);
            missingMacs.MarkFound(machine.Interfaces.Select(i => i.MacAddress));
            if ((names.Matches(machine.Hostname) || names.Matches(machine.Fqdn)) && statuses.Matches(machine.StatusName))
                WriteObject(machine);
        });
        WriteMissing(missingNames, "host name");
        WriteMissing(missingIds, "system id");
        WriteMissing(missingMacs, "MAC address");
    }

    private MachineFilter? MakeFilter(NameFilter names)
    {
        if (names.HasWildcards)
            WriteVerbose("Host names with wildcards are compared here: every machine that matches the other filters is read.");
        var statuses = StatusFilter.Expand(Status.Length == 1 && Status[0] == "*" ? [] : Status);
        if (statuses is null)
            WriteVerbose("A status with wildcards fits none that is known: statuses are compared here.");
        var ids = _ids;
        if (PowerAddress.Length > 0)
        {
            ids = FindByPowerAddress();
            if (ids.Count == 0)
                return null;
        }

        return new MachineFilter
        {
            Hostnames = names.HasWildcards ? [] : names.Literals,
            MacAddresses = MacAddress,
            SystemIds = ids,
            Statuses = statuses ?? [],
            Tags = Tag,
            Zones = Zone,
            Pools = Pool,
            Domains = Domain,
            Others = ApiParameters.ToLists(Filter),
        };
    }

    private List<string> FindByPowerAddress()
    {
        WriteVerbose("Power addresses are compared here: the power parameters of all machines are read.");
        var power = Fetch(token => Connection.Client.Machines.GetPowerParametersAsync(_ids.Count > 0 ? _ids : null, token));
        var missing = new MissingNames(PowerAddress, IsSameController);
        var found = power.Where(p => PowerAddress.Any(given => IsSameController(p.Value.PowerAddress, given))).ToList();
        found.ForEach(f => missing.MarkFound(f.Value.PowerAddress));
        WriteMissing(missing, "power address");
        return [.. found.Select(f => f.Key)];
    }

    private static bool IsSameMac(string? present, string given) => MacNumber.Read(present) == MacNumber.Read(given);

    private static bool IsSameController(string? present, string given) =>
        ControllerAddress.Parse(present) is { } known && ControllerAddress.Parse(given) is { } asked && known.Matches(asked);

    private void WriteMissing(MissingNames missing, string what)
    {
        foreach (var value in missing.Names)
            WriteError(ErrorRecords.NotFound(ErrorIds.MachineNotFound, $"MAAS has no machine with the {what} {value}.", value));
    }
}
