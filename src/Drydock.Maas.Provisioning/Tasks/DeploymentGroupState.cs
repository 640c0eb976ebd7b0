namespace Drydock.Maas.Provisioning.Tasks;

/// <summary>The state of a deployment group.</summary>
internal enum DeploymentGroupState
{
    /// <summary>It waits for groups it depends on.</summary>
    Waiting,

    /// <summary>Its nodes are on their way.</summary>
    Running,

    /// <summary>Its criteria were met.</summary>
    Succeeded,

    /// <summary>Its criteria were not met.</summary>
    Failed,

    /// <summary>It will not begin.</summary>
    NotBegun,
}
