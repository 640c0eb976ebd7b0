using Drydock.Maas.Provisioning.Engine.Steps;
using Drydock.Maas.Provisioning.Nodes.Commission;
using Drydock.Maas.Provisioning.Nodes.Identity;
using Drydock.Maas.Provisioning.Nodes.Release;
using Drydock.Maas.Provisioning.Site.BootMedia;
using Drydock.Maas.Tasks;

namespace Drydock.Maas.Provisioning.Tasks;

/// <summary>The steps of each action, in order.</summary>
public static class TaskSteps
{
    private static readonly Dictionary<DrydockTaskAction, TaskStep[]> Steps = new()
    {
        [DrydockTaskAction.VerifySite] =
        [
            CreateSiteStep(
                "Services", "ValidateNodeServices", "drydock_timeout", (step, environment) => new ServiceStep(step, environment).RunAsync),
        ],
        [DrydockTaskAction.PrepareSite] =
        [
            CreateSiteStep("SiteNetwork", "CreateNetworkTemplate", "create_network_template", r => r.Settings.SiteNetworkOptions),
            CreateSiteStep("SiteSshKey", "ConfigureUserCredentials", "configure_user_credentials", r => r.Settings.SshKeyOptions),
            CreateSiteStep("SiteRepository", "ConfigureNodeProvisioner", "drydock_timeout", r => r.Settings.RepositoryOptions),
            CreateSiteStep("SiteTag", "ConfigureTagDefinitions", "drydock_timeout", r => r.Settings.TagDefinitionOptions),
            CreateSiteStep("SiteBootMedia", "CreateBootMedia", "create_boot_media", _ => new BootMediaStepOptions()) with { IsOnRequest = true },
        ],
        [DrydockTaskAction.VerifyNodes] =
        [
            CreateNodeStep("Resolve", "IdentifyNode", "identify_node", _ => new ResolveStepOptions()),
            CreateNodeStep("Power", "InterrogateOob", "drydock_timeout", _ => new PowerStepOptions()),
        ],
        [DrydockTaskAction.PrepareNodes] =
        [
            CreateNodeStep("Enlist", "EnlistNode", "identify_node", _ => new EnlistStepOptions()) with { IsOnRequest = true },
            CreateNodeStep("Identity", "IdentifyNode", "identify_node", (step, environment) => new IdentifyWait(step, environment)),
            CreateNodeStep("Commission", "ConfigureHardware", "configure_hardware", CommissionOptions),
        ],
        [DrydockTaskAction.DeployNodes] =
        [
            CreateNodeStep("Network", "ApplyNodeNetworking", "apply_node_networking", r => r.Settings.NetworkOptions),
            CreateNodeStep("Storage", "ApplyNodeStorage", "apply_node_storage", r => r.Settings.StorageOptions),
            CreateNodeStep("Platform", "ApplyNodePlatform", "apply_node_platform", r => r.Settings.PlatformOptions),
            CreateNodeStep("Deploy", "DeployNode", "deploy_node", r => r.Settings.DeployOptions with { BootActionRenderer = r.BootActionRenderer, SkipBootActions = r.SkipBootActions }) with { IsCheckedAhead = true },
        ],
        [DrydockTaskAction.DestroyNodes] =
        [
            CreateNodeStep("Remove", "DestroyNode", "destroy_node", RemoveOptions) with { Destroys = true },
        ],
    };

    /// <summary>Names of the steps of an action.</summary>
    public static IReadOnlyList<string> GetNames(DrydockTaskAction action) => [.. Steps[action].Select(s => s.Name)];

    /// <summary>Names of the steps, of any action, that are taken on request only.</summary>
    public static IReadOnlyList<string> OnRequest => [.. Steps.Values.SelectMany(s => s).Where(s => s.IsOnRequest).Select(s => s.Name)];

    /// <summary>Whether an action is about nodes.</summary>
    public static bool IsOfNodes(DrydockTaskAction action) => action is not (DrydockTaskAction.VerifySite or DrydockTaskAction.PrepareSite);

    /// <summary>The steps to take, in order; each name has to be one of the action's, in our words or Drydock's.</summary>
    internal static IReadOnlyList<TaskStep> Choose(TaskSettings settings)
    {
        var all = Steps[settings.Action];
        var only = settings.Only.Select(name => Find(all, settings.Action, name)).ToList();
        var named = settings.Include.Append(settings.StartAt).OfType<string>().Select(name => Find(all, settings.Action, name)).ToList();
        var first = settings.StartAt is null ? 0 : Array.IndexOf(all, named[^1]);
        return [.. all.Skip(first).Where(step => only.Count > 0
            ? only.Contains(step) || (step.IsOnRequest && named.Contains(step))
            : !step.IsOnRequest || named.Contains(step))];
    }

    /// <summary>Makes what takes a step with nodes.</summary>
    internal static NodeStepRun CreateRun(TaskStep step, TaskEnvironment environment, NodeStepOptions options) => NodeStepRun.Create(
        environment.Session, options with { Timing = environment.MakeTiming(step), LeaveBuildData = true }, environment.CreateObserver(step));

    private static CommissionStepOptions CommissionOptions(TaskRequest request) =>
        request.Settings.CommissionOptions with { IsIdentified = Choose(request.Settings).Any(s => s.Name == "Identity") };

    private static RemoveStepOptions RemoveOptions(TaskRequest request) => request.Settings.RemoveOptions with
    {
        AllowOtherOwner = request.AllowOtherOwner,
        IgnoreFailedRelease = request.IgnoreFailedRelease,
    };

    private static TaskStep Find(TaskStep[] steps, DrydockTaskAction action, string name) =>
        Array.Find(steps, s => s.IsCalled(name))
        ?? throw new MaasException(ErrorIds.UnknownStep, $"{action} has no step {name}; it has {string.Join(", ", steps.Select(s => s.Name))}.");

    private static TaskStep CreateSiteStep(string name, string drydockName, string timeout, Func<TaskStep, TaskEnvironment, SiteWorker> create)
    {
        var step = new TaskStep(name, drydockName, timeout);
        return step with { ForSite = environment => create(step, environment) };
    }

    private static TaskStep CreateSiteStep(string name, string drydockName, string timeout, Func<TaskRequest, SiteStepOptions> makeOptions) => CreateSiteStep(
        name, drydockName, timeout, (step, environment) => SiteStepRun.Create(
            environment.Session,
            makeOptions(environment.Request) with { Timing = environment.MakeTiming(step) },
            environment.CreateObserver(step)).RunAsync);

    private static TaskStep CreateNodeStep(string name, string drydockName, string timeout, Func<TaskRequest, NodeStepOptions> makeOptions) => CreateNodeStep(
        name, drydockName, timeout, (step, environment) => CreateRun(step, environment, makeOptions(environment.Request)));

    private static TaskStep CreateNodeStep(string name, string drydockName, string timeout, Func<TaskStep, TaskEnvironment, INodeWorker> create)
    {
        var step = new TaskStep(name, drydockName, timeout);
        return step with { ForNodes = environment => create(step, environment) };
    }
}
