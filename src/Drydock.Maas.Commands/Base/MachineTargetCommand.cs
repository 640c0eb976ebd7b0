using System.ComponentModel;
using System.Management.Automation;
using Drydock.Maas.Api;
using Drydock.Maas.Commands.Completion;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Base;

/// <summary>A command for machines given as objects, by host name or by system id; the latter are found with one request.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class MachineTargetCommand : MaasCommand
{
    private readonly List<Machine> _machines = [];
    private readonly List<string> _hostnames = [];
    private readonly List<string> _ids = [];

    /// <summary>Machines, as Get-MaasMachine writes them.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = "Machine")]
    [Alias("InputObject")]
    [ValidateNotNull]
    public Machine[] Machine { get; set; } = [];

    /// <summary>Host names of machines, short or with domain.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Hostname")]
    [ArgumentCompleter(typeof(MachineCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Hostname { get; set; } = [];

    /// <summary>System ids of machines.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "SystemId")]
    [ArgumentCompleter(typeof(MachineCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] SystemId { get; set; } = [];

    /// <summary>Collects the machines.</summary>
    protected sealed override void ProcessRecord()
    {
        _machines.AddRange(Machine);
        _hostnames.AddRange(Hostname);
        _ids.AddRange(SystemId);
    }

    /// <summary>The machines, each once; one that MAAS does not have is an error.</summary>
    private protected IReadOnlyList<Machine> FindMachines()
    {
        var (names, ids) = (new Wanted(_hostnames), new Wanted(_ids));
        if (_hostnames.Count > 0)
            _machines.AddRange(List(new MachineFilter { Hostnames = _hostnames }).Where(IsNamed));
        if (_ids.Count > 0)
            _machines.AddRange(List(new MachineFilter { SystemIds = _ids }));
        foreach (var machine in _machines)
        {
            names.See(machine.Hostname, machine.Fqdn);
            ids.See(machine.SystemId);
        }

        foreach (var name in names.Missing)
            WriteError(ErrorRecords.NotFound(NodeErrorIds.MachineNotFound, $"MAAS has no machine with the host name {name}.", name));
        foreach (var id in ids.Missing)
            WriteError(ErrorRecords.NotFound(NodeErrorIds.MachineNotFound, $"MAAS has no machine with the system id {id}.", id));
        return [.. _machines.DistinctBy(m => m.SystemId)];
    }

    private IReadOnlyList<Machine> List(MachineFilter filter) => Fetch(token => Connection.Client.Machines.ListAsync(filter, token));

    // The server compares short names only: another domain's machine of that name is not meant.
    private bool IsNamed(Machine machine) => _hostnames.Any(n => NameFilter.Same(n, machine.Hostname) || NameFilter.Same(n, machine.Fqdn));
}
