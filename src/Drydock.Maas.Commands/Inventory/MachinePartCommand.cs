using System.ComponentModel;
using System.Management.Automation;
using Drydock.Maas.Api;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Commands.Completion;
using Drydock.Maas.Commands.Input;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Inventory;

/// <summary>A command that lists parts of machines.</summary>
/// <typeparam name="T">The part.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class MachinePartCommand<T> : MaasCommand
    where T : class
{
    private const string ObjectSet = "Machine";
    private const string NameSet = "Hostname";
    private MachineInput? _input;

    /// <summary>
    /// Machines, as Get-MaasMachine writes them, or rows with a property SystemId or Hostname: of a CSV, Invoke-MaasApi, a file or another
    /// session. Text is taken for host names.
    /// </summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ObjectSet)]
    [Alias("InputObject")]
    [MachineInput]
    [ValidateNotNull]
    public MachineReference[] Machine { get; set; } = [];

    /// <summary>Host names of machines.</summary>
    [Parameter(Mandatory = true, ParameterSetName = NameSet)]
    [ArgumentCompleter(typeof(HostnameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Hostname { get; set; } = [];

    // A parameter of the command itself, since each kind of name has its completer.
    /// <summary>Names of the parts; wildcards are allowed.</summary>
    public abstract string[] Name { get; set; }

    private protected sealed override bool TakesSessionOfInput => true;

    private MachineInput Input => _input ??= new(this);

    /// <summary>Collects the machines.</summary>
    protected sealed override void ProcessRecord()
    {
        Input.Add(Machine);
        Input.AddHostnames(Hostname);
    }

    /// <summary>Writes the parts, machine by machine.</summary>
    protected sealed override void EndProcessing()
    {
        var names = new NameFilter(Name);
        var isSelected = MakeSelection();
        var machines = Input.Find();
        if (machines.Count == 0)
            return;
        foreach (var parts in Fetch(token => ReadAsync(machines, token), machines[0].Session))
        {
            foreach (var part in parts.Where(part => names.Matches(GetName(part)) && isSelected(part)))
                WriteObject(part);
        }
    }

    /// <summary>The parts of a machine; what the machine carries already is not asked for again.</summary>
    private protected abstract Task<IReadOnlyList<T>> ReadAsync(IMaasClient client, Machine machine, CancellationToken token);

    private protected abstract string? GetName(T part);

    /// <summary>What the other parameters select; asked for once.</summary>
    private protected virtual Func<T, bool> MakeSelection() => _ => true;

    private Task<IReadOnlyList<T>[]> ReadAsync(IReadOnlyList<MachineTarget> machines, CancellationToken token) =>
        Task.WhenAll(machines.Select(m => ReadAsync(m.Session.Client, m.Machine, token)));
}
