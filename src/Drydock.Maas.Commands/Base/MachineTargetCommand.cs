using System.ComponentModel;
using System.Management.Automation;
using Drydock.Maas.Commands.Completion;
using Drydock.Maas.Commands.Input;

namespace Drydock.Maas.Commands.Base;

/// <summary>A command for machines given as objects or rows, by host name or by system id.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class MachineTargetCommand : MaasCommand
{
    private MachineInput? _input;

    /// <summary>
    /// Machines, as Get-MaasMachine writes them, or rows with a property SystemId or Hostname: of a CSV, Invoke-MaasApi, a file or another
    /// session. Text is taken for host names.
    /// </summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = "Machine")]
    [Alias("InputObject")]
    [MachineInput]
    [ValidateNotNull]
    public MachineReference[] Machine { get; set; } = [];

    /// <summary>Host names of machines, short or with domain.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Hostname")]
    [ArgumentCompleter(typeof(HostnameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Hostname { get; set; } = [];

    /// <summary>System ids of machines.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "SystemId")]
    [ArgumentCompleter(typeof(SystemIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] SystemId { get; set; } = [];

    private protected sealed override bool TakesSessionOfInput => true;

    private MachineInput Input => _input ??= new(this);

    /// <summary>Collects the machines.</summary>
    protected sealed override void ProcessRecord()
    {
        Input.Add(Machine);
        Input.AddHostnames(Hostname);
        Input.AddSystemIds(SystemId);
    }

    /// <summary>
    /// The machines as MAAS holds them now, read together, each once: what an object says may be long past. One that MAAS does not have is
    /// an error.
    /// </summary>
    private protected IReadOnlyList<MachineTarget> FindMachines() => Input.FindCurrent();

    /// <summary>The machines, each once; those given as objects as they were read, for what only reads.</summary>
    private protected IReadOnlyList<MachineTarget> ReadMachines() => Input.Find();
}
