using System.Collections.Concurrent;
using System.Management.Automation;
using Drydock.Maas.Commands.Completion;
using Drydock.Maas.Commands.Input;
using Drydock.Maas.Design;
using Drydock.Maas.Design.BootActions;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Steps;
using Drydock.Maas.Provisioning.Nodes.Deploy;

namespace Drydock.Maas.Commands.Node;

/// <summary>
/// Allocates the machines of nodes, deploys them with the image and kernel of the design, and waits until they are Deployed.
/// </summary>
[Cmdlet(VerbsLifecycle.Invoke, "MaasDeploy", SupportsShouldProcess = true)]
[OutputType(typeof(DrydockStepResult))]
public sealed class InvokeMaasDeployCommand() : NodeChangeCommand("Deploy"), IWaitingCommand
{
    // Grows with the designs that nodes come from; a name that fits for one of them fits for all.
    private readonly ConcurrentQueue<string> _skipped = new();
    private readonly HashSet<SiteDesign> _seen = new(ReferenceEqualityComparer.Instance);

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

    /// <summary>
    /// Names of boot actions to leave out: those that ask Airship's own services, for example. Wildcards are allowed; a name that the design
    /// does not have is an error.
    /// </summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(BootActionNameCompleter))]
    public string[] SkipBootAction { get; set; } = [];

    /// <summary>
    /// How often a deployment that fails is tried again: the machine is
    /// released, and its network and storage are set up as designed first.
    /// </summary>
    [Parameter]
    [ValidateRange(0, 100)]
    public int RetryCount { get; set; } = 3;

    /// <summary>Let the deployed machine report its hardware to MAAS from time to time (MAAS 3.2 and later).</summary>
    [Parameter]
    public SwitchParameter HardwareSync { get; set; }

    /// <summary>Deploy machines whose network or storage is not set up as designed.</summary>
    [Parameter]
    public SwitchParameter AllowUnprepared { get; set; }

    /// <summary>Run the image from memory and leave the disks alone.</summary>
    [Parameter]
    public SwitchParameter Ephemeral { get; set; }

    /// <summary>
    /// Deploy a machine whose disks were to be erased and whose erasing failed without erasing them; otherwise that is done again first.
    /// </summary>
    [Parameter]
    public SwitchParameter NoErase { get; set; }

    /// <summary>
    /// Make the tag (node__baid__key) that a Drydock server knows a node by, for sites whose nodes fetch their boot actions from one.
    /// </summary>
    [Parameter]
    public SwitchParameter BootActionTag { get; set; }

    /// <summary>A folder to save the output of installation scripts in; one folder below it for each node.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? BuildDataPath { get; set; }

    private protected override NodeStepOptions MakeOptions() => new DeployStepOptions
    {
        ProtectTags = ProtectTag,
        BootActionRenderer = new BootActionRenderer(),
        SkipBootActions = _skipped,
        RetryCount = RetryCount,
        AllowUnprepared = AllowUnprepared,
        HardwareSync = HardwareSync,
        Ephemeral = Ephemeral,
        NoErase = NoErase,
        BootActionTag = BootActionTag,
        BuildDataPath = FullPath(BuildDataPath),
    };

    private protected override MaasException? CheckNode(DrydockNode node) => base.CheckNode(node) ?? FindBootActions(node.Site);

    private MaasException? FindBootActions(SiteDesign design)
    {
        if (_seen.Contains(design))
            return null;
        try
        {
            foreach (var name in BootActionNames.Find(SkipBootAction, design, WriteWarning))
                _skipped.Enqueue(name);
            _seen.Add(design);
            return null;
        }
        catch (MaasException e)
        {
            return e;
        }
    }
}
