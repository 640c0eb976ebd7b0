namespace Drydock.Maas.Api;

/// <summary>Fields of a machine to change; null leaves one as it is.</summary>
public sealed record MachineUpdate : MachineFields
{
    /// <summary>Names of what changes; never a secret.</summary>
    public override string ToString() => $"{Hostname} {Domain} {PowerType} ({PowerParameters.Count} power parameters)";
}
