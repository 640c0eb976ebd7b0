namespace Drydock.Maas.Provisioning.Engine.Plans;

/// <summary>The second half of a plan whose first has to take effect before the rest can be known for certain.</summary>
/// <param name="Expected">What will follow if all goes well: shown and approved
/// with the first half, but planned anew before it is carried out.</param>
/// <param name="Wait">The waiting for the first half to take effect, after which the machine is as it is then.</param>
internal sealed record FollowUpPlan(Plan Expected, WaitOperation Wait);
