using Drydock.Maas.Design;

namespace Drydock.Maas.Provisioning.Tasks;

/// <summary>A group of a strategy with its nodes, and how far it is.</summary>
/// <param name="group">The group.</param>
/// <param name="members">Its nodes among those selected.</param>
/// <param name="own">Those whose turn comes with it; the others had theirs before.</param>
/// <param name="isPart">Whether the group has nodes that are not selected.</param>
internal sealed class DeploymentGroupProgress(DeploymentGroup group, IReadOnlyList<DrydockNode> members, IReadOnlyList<DrydockNode> own, bool isPart)
{
    public DeploymentGroup Group => group;

    public IReadOnlyList<DrydockNode> Members => members;

    public IReadOnlyList<DrydockNode> Own => own;

    public bool IsPart => isPart;

    public DeploymentGroupState State { get; set; }

    /// <summary>Criteria not met, or why it does not begin.</summary>
    public IReadOnlyList<string> Reasons { get; set; } = [];

    public bool HasFailed => State is DeploymentGroupState.Failed or DeploymentGroupState.NotBegun;
}
