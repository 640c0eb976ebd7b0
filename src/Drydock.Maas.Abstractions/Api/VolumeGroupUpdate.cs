namespace Drydock.Maas.Api;

/// <summary>What to change of a volume group; null or empty leaves it as it is.</summary>
public sealed record VolumeGroupUpdate : MemberUpdate;
