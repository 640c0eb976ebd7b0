using System.Management.Automation;
using Drydock.Maas.Commands.Completion;
using Drydock.Maas.Commands.Input;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Steps;
using Drydock.Maas.Provisioning.Nodes.Commission;

namespace Drydock.Maas.Commands.Node;

/// <summary>Commissions the machines of nodes and waits until they are Ready. A machine that is Ready or further is left alone.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "MaasCommission", SupportsShouldProcess = true)]
[OutputType(typeof(DrydockStepResult))]
public sealed class InvokeMaasCommissionCommand() : NodeChangeCommand("Commission"), IWaitingCommand
{
    /// <inheritdoc cref="IWaitingCommand.TimeoutMinutes"/>
    [Parameter]
    [ValidateRange(0.01, 10080)]
    public double TimeoutMinutes { get; set; }

    /// <inheritdoc cref="IWaitingCommand.PollIntervalSec"/>
    [Parameter]
    [ValidateRange(0.05, 3600)]
    public double PollIntervalSec { get; set; }

    /// <inheritdoc cref="ReleasingStepCommand.ProtectTag"/>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TagNameCompleter))]
    public string[] ProtectTag { get; set; } = [];

    /// <summary>Leave the user of the management controller as it is.</summary>
    [Parameter]
    public SwitchParameter SkipBmcConfig { get; set; }

    /// <summary>Keep the network configuration that the machine has.</summary>
    [Parameter]
    public SwitchParameter SkipNetworking { get; set; }

    /// <summary>Keep the storage configuration that the machine has.</summary>
    [Parameter]
    public SwitchParameter SkipStorage { get; set; }

    /// <summary>Leave the machine on afterwards, open to SSH with the keys of the connected user.</summary>
    [Parameter]
    public SwitchParameter EnableSsh { get; set; }

    /// <summary>How often a commissioning that fails is tried again.</summary>
    [Parameter]
    [ValidateRange(0, 100)]
    public int RetryCount { get; set; } = 3;

    /// <summary>A folder to save lshw, lldp and the output of scripts in; one folder below it for each node.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? BuildDataPath { get; set; }

    /// <summary>Commission a machine that is Ready already.</summary>
    [Parameter]
    public SwitchParameter Recommission { get; set; }

    /// <summary>Names of the commissioning scripts to run; MAAS chooses when left out.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CommissioningScriptCompleter))]
    public string[] CommissioningScript { get; set; } = [];

    /// <summary>Names of the testing scripts to run, or none; MAAS chooses when left out.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TestingScriptCompleter))]
    public string[] TestingScript { get; set; } = [];

    private protected override NodeStepOptions MakeOptions() => new CommissionStepOptions
    {
        Request = new()
        {
            SkipBmcConfig = SkipBmcConfig,
            SkipNetworking = SkipNetworking,
            SkipStorage = SkipStorage,
            EnableSsh = EnableSsh,
            CommissioningScripts = CommissioningScript,
            TestingScripts = TestingScript,
        },
        RetryCount = RetryCount,
        BuildDataPath = FullPath(BuildDataPath),
        Recommission = Recommission,
        ProtectTags = ProtectTag,
    };
}
