namespace Drydock.Maas.Simulator.State;

/// <summary>What a commissioning leaves out. A flag of <c>0</c> is a yes to MAAS.</summary>
internal sealed record CommissionOptions(bool SkipNetworking, bool SkipStorage, bool SkipTests, bool SkipBmc)
{
    public static readonly CommissionOptions Default = new(false, false, false, false);
}
