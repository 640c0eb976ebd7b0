using System.Management.Automation;
using Drydock.Maas.Api;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Commands.Completion;
using Drydock.Maas.Commands.Input;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Inventory;

/// <summary>Gets what happened to machines, the oldest first, and with -Follow what happens from then on (GET events/?op=query).</summary>
[Cmdlet(VerbsCommon.Get, "MaasEvent")]
[OutputType(typeof(MaasEvent))]
public sealed class GetMaasEventCommand : MaasCommand
{
    private MachineInput? _input;
    private bool _wasPiped;

    /// <summary>
    /// Machines, as Get-MaasMachine writes them, or rows with a property SystemId or Hostname: of a CSV, Invoke-MaasApi, a file or another
    /// session. Text is taken for host names.
    /// </summary>
    [Parameter(ValueFromPipeline = true)]
    [Alias("InputObject")]
    [MachineInput]
    [ValidateNotNull]
    public MachineReference[] Machine { get; set; } = [];

    /// <summary>Short names of machines.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(HostnameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Hostname { get; set; } = [];

    /// <summary>System ids of machines.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SystemIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] SystemId { get; set; } = [];

    /// <summary>MAC addresses of machines.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(MacAddressCompleter))]
    public string[] MacAddress { get; set; } = [];

    /// <summary>Availability zones.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ZoneNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Zone { get; set; } = [];

    /// <summary>DNS domains.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(DomainNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Domain { get; set; } = [];

    /// <summary>The lowest level; AUDIT is what users did, alone.</summary>
    [Parameter]
    [ValidateSet("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL", "AUDIT")]
    public string Level { get; set; } = "INFO";

    /// <summary>The user that did it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(OwnerNameCompleter))]
    public string? Owner { get; set; }

    /// <summary>How many at most: the last ones, or with -After the first ones.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Limit { get; set; } = 100;

    /// <summary>Only events after this one.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int? After { get; set; }

    /// <summary>Go on and write what happens, until stopped.</summary>
    [Parameter]
    public SwitchParameter Follow { get; set; }

    /// <summary>Seconds between two looks while following.</summary>
    [Parameter]
    [ValidateRange(0.05, 3600)]
    public double PollIntervalSec { get; set; } = 2;

    private protected override bool TakesSessionOfInput => true;

    private MachineInput Input => _input ??= new(this);

    /// <summary>Collects the machines.</summary>
    protected override void ProcessRecord()
    {
        _wasPiped |= Machine.Length > 0;
        Input.Add(Machine.Where(m => TryUse(() => m.Origin, m.Source)));
    }

    /// <summary>Asks MAAS and writes the events.</summary>
    protected override void EndProcessing()
    {
        var machines = Input.Find();
        if (LacksInput || (_wasPiped && machines.Count == 0))
            return;
        var filter = new EventFilter
        {
            Hostnames = Hostname,
            SystemIds = [.. SystemId.Concat(machines.Select(m => m.Machine.SystemId)).Distinct(StringComparer.OrdinalIgnoreCase)],
            MacAddresses = MacAddress,
            Zones = Zone,
            Domains = Domain,
            Level = Level,
            Owner = Owner,
            Limit = Limit,
            After = After,
        };
        if (Follow)
        {
            var interval = TimeSpan.FromSeconds(PollIntervalSec);
            FetchEach(token => Connection.Client.Events.FollowAsync(filter, interval, TimeProvider.System, token), WriteObject);
            return;
        }

        foreach (var happened in Fetch(token => Connection.Client.Events.ListAsync(filter, token)))
            WriteObject(happened);
    }
}
