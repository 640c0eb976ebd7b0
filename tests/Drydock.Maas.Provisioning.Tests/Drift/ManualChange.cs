namespace Drydock.Maas.Provisioning.Tests.Drift;

/// <summary>Something that somebody changes by hand, and how the comparison has to name it.</summary>
/// <param name="Name">What is changed.</param>
/// <param name="Make">Makes the change.</param>
/// <param name="Finding">The one finding.</param>
/// <param name="Writes">How many writes the next run mends it with, at most.</param>
/// <param name="FewestWrites">How many at least, where nodes may share some.</param>
internal sealed record ManualChange(string Name, Action<DriftSite> Make, string Finding, int Writes = 1, int? FewestWrites = null)
{
    public override string ToString() => Name;
}
