using System.Management.Automation;
using Drydock.Maas.Commands.Completion;
using Drydock.Maas.Simulation;

namespace Drydock.Maas.Commands.Simulator;

/// <summary>Makes a simulator do something wrong, to see what becomes of a runbook.</summary>
[Cmdlet(VerbsCommon.Set, "MaasSimulatorFault", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(SimulatorFault))]
public sealed class SetMaasSimulatorFaultCommand : SimulatorCommand
{
    /// <summary>What goes wrong.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public SimulatorFaultKind Kind { get; set; }

    /// <summary>Only requests of this HTTP method.</summary>
    [Parameter]
    [ValidateSet("GET", "POST", "PUT", "DELETE")]
    public string? Method { get; set; }

    /// <summary>Only requests whose path matches; wildcards, for example machines/* or */interfaces/*.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SimulatedPathCompleter))]
    [SupportsWildcards]
    public string? Path { get; set; }

    /// <summary>Only requests of this op; wildcards.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SimulatedOperationCompleter))]
    [SupportsWildcards]
    public string? Operation { get; set; }

    /// <summary>Only this machine, rack or fabric: host name, FQDN, system id or name; wildcards.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SimulatedMachineCompleter))]
    [SupportsWildcards]
    public string? Machine { get; set; }

    /// <summary>How likely it strikes where it could.</summary>
    [Parameter]
    [ValidateRange(0.0, 1.0)]
    public double Probability { get; set; } = 1;

    /// <summary>Makes chance repeatable: the same seed strikes the same requests of the same order.</summary>
    [Parameter]
    public int Seed { get; set; }

    /// <summary>How often it strikes before it is over; for ever when left out.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Count { get; set; }

    /// <summary>How many requests or machines it lets pass before it begins.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int After { get; set; }

    /// <summary>For how long it strikes, in seconds of simulated time; for ever when left out.</summary>
    [Parameter]
    [ValidateRange(0.001, 1e9)]
    public double Duration { get; set; }

    /// <summary>How late an answer is, or how long a slow body takes, in milliseconds.</summary>
    [Parameter]
    [ValidateRange(0, 3_600_000)]
    public int Delay { get; set; }

    /// <summary>The longest delay of a spread one, in milliseconds.</summary>
    [Parameter]
    [ValidateRange(0, 3_600_000)]
    public int MaximumDelay { get; set; }

    /// <summary>How delays are spread.</summary>
    [Parameter]
    public LatencyDistribution Distribution { get; set; }

    /// <summary>What Retry-After says, in seconds; MAAS's own choice when left out.</summary>
    [Parameter]
    [ValidateRange(0, 86_400)]
    public int RetryAfter { get; set; }

    /// <summary>The text of the error or of the machine's status; MAAS's own when left out.</summary>
    [Parameter]
    public string? Message { get; set; }

    /// <summary>The script that fails.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ScriptNameCompleter))]
    public string? Script { get; set; }

    /// <summary>Sets it.</summary>
    protected override void ProcessRecord()
    {
        foreach (var simulator in Targets)
        {
            if (ShouldProcess(target: simulator.ToString(), action: $"Set fault {Kind}"))
                WriteObject(simulator.SetFault(MakeFault()));
        }
    }

    private SimulatorFault MakeFault() => new()
    {
        Kind = Kind,
        Method = Method,
        Path = Path,
        Operation = Operation,
        Machine = Machine,
        Probability = Probability,
        Seed = Seed,
        Count = IsGiven(nameof(Count)) ? Count : null,
        After = After,
        Duration = IsGiven(nameof(Duration)) ? TimeSpan.FromSeconds(Duration) : null,
        Delay = TimeSpan.FromMilliseconds(Delay),
        MaximumDelay = TimeSpan.FromMilliseconds(MaximumDelay),
        Distribution = Distribution,
        RetryAfter = IsGiven(nameof(RetryAfter)) ? RetryAfter : null,
        Message = Message,
        Script = Script,
    };

    private bool IsGiven(string parameter) => MyInvocation.BoundParameters.ContainsKey(parameter);
}
