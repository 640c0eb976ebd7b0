using System.Collections;
using System.Management.Automation;
using Drydock.Maas.Commands.Completion;
using Drydock.Maas.Commands.Input;
using Drydock.Maas.Design;
using Drydock.Maas.Provisioning.Tasks;
using Drydock.Maas.Tasks;

namespace Drydock.Maas.Commands.Tasks;

/// <summary>
/// Runs a whole task of Drydock's: all its steps, over the site or over nodes, each node at its own pace, in the waves of the
/// deployment strategy.
/// </summary>
[Cmdlet(VerbsLifecycle.Invoke, "DrydockTask", SupportsShouldProcess = true)]
[OutputType(typeof(DrydockTaskResult))]
public sealed class InvokeDrydockTaskCommand : TaskCommand, IPlanCommand
{
    private readonly TaskArguments _arguments;
    private SavedPlan? _plan;

    /// <summary>Makes the command.</summary>
    public InvokeDrydockTaskCommand() => _arguments = new TaskArguments(ThrowTerminatingError);

    /// <summary>What to do: VerifySite, PrepareSite, VerifyNodes, PrepareNodes, DeployNodes or DestroyNodes.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public DrydockTaskAction Action { get; set; }

    /// <summary>The design of the site.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [Alias("InputObject")]
    [ValidateNotNull]
    [LiveObject("Import-DrydockDesign")]
    public SiteDesign? Design { get; set; }

    /// <summary>Names of nodes; wildcards are allowed.</summary>
    [Parameter(Position = 1)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(NodeNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = [];

    /// <summary>Tags; a node with any of them is selected. Wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(NodeTagCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Tag { get; set; } = [];

    /// <summary>Racks; wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RackNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Rack { get; set; } = [];

    /// <summary>A node filter of Drydock, as for Get-DrydockNode.</summary>
    [Parameter]
    [ValidateNotNull]
    public object? Filter { get; set; }

    /// <summary>
    /// The deployment strategy: a file with a document shipyard/DeploymentStrategy/v1, the name of one among the site's documents, or a
    /// hashtable with groups. Without it, PrepareNodes and DeployNodes follow the site's own, where it has one.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(StrategyNameCompleter))]
    [ValidateNotNull]
    public object? Strategy { get; set; }

    /// <summary>Take all nodes at once, though the site has a deployment strategy.</summary>
    [Parameter]
    public SwitchParameter IgnoreStrategy { get; set; }

    /// <summary>The step to begin with; earlier ones are left out. Drydock's names, for example ApplyNodeStorage, are taken too.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(TaskStepCompleter))]
    [ValidateNotNullOrEmpty]
    public string? StartAt { get; set; }

    /// <summary>The only steps to take.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(TaskStepCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Only { get; set; } = [];

    /// <summary>Steps to take besides the usual ones: those taken on request only, SiteBootMedia of PrepareSite and Enlist of PrepareNodes.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(RequestedStepCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Include { get; set; } = [];

    /// <summary>
    /// Time limits that differ from Drydock's, as a hashtable of Drydock's names (deploy_node, configure_hardware, apply_node_storage
    /// ...) to minutes.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(TaskTimeoutCompleter))]
    [ValidateNotNull]
    public Hashtable Timeout { get; set; } = [];

    /// <summary>How many nodes are worked on at once.</summary>
    [Parameter]
    [ValidateRange(1, 1000)]
    public int ThrottleLimit { get; set; } = 64;

    /// <summary>A file to record every finished step in, one JSON line each; it is appended to, and Resume-DrydockTask reads it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? JournalPath { get; set; }

    /// <summary>Wait up to identify_node minutes for machines that MAAS does not know yet.</summary>
    [Parameter]
    public SwitchParameter WaitForEnlistment { get; set; }

    /// <summary>Set power parameters of IPMI and Redfish nodes from the design.</summary>
    [Parameter]
    public SwitchParameter UseNodeOobParameters { get; set; }

    /// <summary>Leave the management controller's user alone when commissioning (MAAS 2.7 and later).</summary>
    [Parameter]
    public SwitchParameter SkipBmcConfig { get; set; }

    /// <summary>PrepareNodes commissions machines that are Ready already, too.</summary>
    [Parameter]
    public SwitchParameter Recommission { get; set; }

    /// <summary>How often a failed commissioning or deployment is tried again.</summary>
    [Parameter]
    [ValidateRange(0, 100)]
    public int RetryCount { get; set; } = 3;

    /// <summary>
    /// Names of boot actions that DeployNodes leaves out: those that ask Airship's own services, for example. Wildcards are allowed; a name
    /// that the design does not have is an error.
    /// </summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(BootActionNameCompleter))]
    public string[] SkipBootAction { get; set; } = [];

    /// <summary>DeployNodes deploys machines whose network or storage is not set up as designed: where a step before is left out.</summary>
    [Parameter]
    public SwitchParameter AllowUnprepared { get; set; }

    /// <summary>
    /// Make the tag (node__baid__key) that a Drydock server knows a node by, for sites whose nodes fetch their boot actions from one.
    /// </summary>
    [Parameter]
    public SwitchParameter BootActionTag { get; set; }

    /// <summary>
    /// DestroyNodes leaves the disks as they are; otherwise beginning and end of each are erased, as Drydock does. DeployNodes does not erase
    /// again what an erasing that failed left.
    /// </summary>
    [Parameter]
    public SwitchParameter NoErase { get; set; }

    /// <summary>A machine with one of these tags is not released, erased, deployed anew, broken off in what it does, or removed.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TagNameCompleter))]
    public string[] ProtectTag { get; set; } = [];

    /// <summary>
    /// Also take away what the design does not have, where a step can: tags of other nodes, for example. What is removed is shown and asked
    /// about first, unless -Confirm:$false is given.
    /// </summary>
    [Parameter]
    public SwitchParameter Prune { get; set; }

    /// <inheritdoc cref="IPlanCommand.PlanPath"/>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? PlanPath { get; set; }

    /// <summary>Runs the task for one site.</summary>
    protected override void ProcessRecord()
    {
        var journal = JournalPath is null ? null : SessionState.Path.GetUnresolvedProviderPathFromPSPath(JournalPath);
        Run(MakeSettings(), Design!, journal, _plan ??= SavedPlan.Read(PlanPath, this));
    }

    private TaskSettings MakeSettings() => new TaskSettings
    {
        Action = Action,
        Names = Name,
        Racks = Rack,
        Tags = Tag,
        Filter = Filter is null ? null : PlainJson.Write(PlainValues.Unwrap(Filter)),
        Strategy = _arguments.ReadStrategy(Strategy) as string,
        StrategyObject = _arguments.ReadStrategy(Strategy) is IDictionary groups ? PlainJson.Write(groups) : null,
        IgnoreStrategy = IgnoreStrategy,
        StartAt = StartAt,
        Only = Only,
        Include = Include,
        Timeouts = _arguments.ReadTimeouts(Timeout),
        ThrottleLimit = ThrottleLimit,
        WaitForEnlistment = WaitForEnlistment,
        UseNodeOobParameters = UseNodeOobParameters,
        SkipBmcConfig = SkipBmcConfig,
        Recommission = Recommission,
        RetryCount = RetryCount,
        SkipBootActions = SkipBootAction,
        BootActionTag = BootActionTag,
        AllowUnprepared = AllowUnprepared,
        NoErase = NoErase,
        ProtectTags = ProtectTag,
        Prune = Prune,
    };
}
