using System.Management.Automation;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning;

namespace Drydock.Maas.Commands.Node;

/// <summary>Commissions the machines of nodes and waits until they are Ready. A machine that is Ready or further is left alone.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "MaasCommission", SupportsShouldProcess = true)]
[OutputType(typeof(DrydockStepResult))]
public sealed class InvokeMaasCommissionCommand() : WaitingStepCommand("Commission")
{
    /// <summary>Leave the user of the management controller as it is.</summary>
    [Parameter]
    public SwitchParameter SkipBmcConfig { get; set; }

    /// <summary>Commission a machine that is Ready already.</summary>
    [Parameter]
    public SwitchParameter Recommission { get; set; }

    /// <summary>Names of the commissioning scripts to run; MAAS chooses when left out.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] CommissioningScript { get; set; } = [];

    /// <summary>Names of the testing scripts to run, or none; MAAS chooses when left out.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] TestingScript { get; set; } = [];

    private protected override StepOptions Configure(StepOptions options) => base.Configure(options) with
    {
        SkipBmcConfig = SkipBmcConfig,
        Force = Recommission,
        CommissioningScripts = CommissioningScript,
        TestingScripts = TestingScript,
    };
}
