using System.Management.Automation;
using Drydock.Maas.Api;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Commands.Completion;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Inventory;

/// <summary>Gets what happened to machines, the oldest first, and with -Follow what happens from then on (GET events/?op=query).</summary>
[Cmdlet(VerbsCommon.Get, "MaasEvent")]
[OutputType(typeof(MaasEvent))]
public sealed class GetMaasEventCommand : MaasCommand
{
    private readonly List<string> _ids = [];

    /// <summary>Short names of machines.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(MachineCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Hostname { get; set; } = [];

    /// <summary>System ids; machines may be piped in.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(MachineCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] SystemId { get; set; } = [];

    /// <summary>MAC addresses of machines.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(MachineCompleter))]
    public string[] MacAddress { get; set; } = [];

    /// <summary>Availability zones.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(InventoryCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Zone { get; set; } = [];

    /// <summary>DNS domains.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(InventoryCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Domain { get; set; } = [];

    /// <summary>The lowest level; AUDIT is what users did, alone.</summary>
    [Parameter]
    [ValidateSet("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL", "AUDIT")]
    public string Level { get; set; } = "INFO";

    /// <summary>The user that did it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(MachineCompleter))]
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

    /// <summary>Collects the machines.</summary>
    protected override void ProcessRecord() => _ids.AddRange(SystemId.Except(_ids, StringComparer.OrdinalIgnoreCase));

    /// <summary>Asks MAAS and writes the events.</summary>
    protected override void EndProcessing()
    {
        var filter = new EventFilter
        {
            Hostnames = Hostname,
            SystemIds = _ids,
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
