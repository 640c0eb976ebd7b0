using System.ComponentModel;
using System.Management.Automation;
using Drydock.Maas.Api;
using Drydock.Maas.Commands.Completion;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Base;

/// <summary>A command that lists parts of machines.</summary>
/// <typeparam name="T">The part.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class MachinePartCommand<T> : MaasCommand
    where T : class
{
    private const string ObjectSet = "Machine";
    private const string NameSet = "Hostname";
    private readonly List<Machine> _machines = [];
    private readonly List<string> _hostnames = [];

    /// <summary>Machines, as Get-MaasMachine writes them.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ObjectSet)]
    [Alias("InputObject")]
    [ValidateNotNull]
    public Machine[] Machine { get; set; } = [];

    /// <summary>Host names of machines.</summary>
    [Parameter(Mandatory = true, ParameterSetName = NameSet)]
    [ArgumentCompleter(typeof(MachineCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Hostname { get; set; } = [];

    /// <summary>Names of the parts; wildcards are allowed.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(MachineCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>Collects the machines.</summary>
    protected sealed override void ProcessRecord()
    {
        _machines.AddRange(Machine);
        _hostnames.AddRange(Hostname);
    }

    /// <summary>Writes the parts, machine by machine.</summary>
    protected sealed override void EndProcessing()
    {
        var names = new NameFilter(Name);
        var isSelected = Selection();
        foreach (var parts in Fetch(ReadAsync))
        {
            foreach (var part in parts.Where(part => names.Matches(NameOf(part)) && isSelected(part)))
                WriteObject(part);
        }

        foreach (var missing in _hostnames.Where(n => !_machines.Any(m => NameFilter.Same(m.Hostname, n) || NameFilter.Same(m.Fqdn, n))))
            WriteError(ErrorRecords.NotFound(NodeErrorIds.MachineNotFound, $"MAAS has no machine with the host name {missing}.", missing));
    }

    /// <summary>The parts of a machine; what the machine carries already is not asked for again.</summary>
    private protected abstract Task<IReadOnlyList<T>> ReadAsync(IMaasClient client, Machine machine, CancellationToken token);

    private protected abstract string? NameOf(T part);

    /// <summary>What the other parameters select; asked for once.</summary>
    private protected virtual Func<T, bool> Selection() => _ => true;

    private async Task<IReadOnlyList<T>[]> ReadAsync(CancellationToken token)
    {
        if (_hostnames.Count > 0)
            _machines.AddRange(
                await Connection.Client.Machines.ListAsync(new MachineFilter { Hostnames = _hostnames }, token).ConfigureAwait(false));
        return await Task.WhenAll(_machines.Select(machine => ReadAsync(Connection.Client, machine, token))).ConfigureAwait(false);
    }
}
