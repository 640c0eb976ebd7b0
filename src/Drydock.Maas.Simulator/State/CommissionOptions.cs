using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.State;

/// <summary>What a commissioning leaves out. A flag of <c>0</c> is a yes to MAAS.</summary>
internal sealed record CommissionOptions(bool SkipNetworking, bool SkipStorage, bool SkipTests, bool SkipBmc)
{
    public static readonly CommissionOptions Default = new(false, false, false, false);

    public static CommissionOptions Read(ParameterSet form) =>
        new(
            Flag(form, "skip_networking"),
            Flag(form, "skip_storage"),
            form.Get("testing_scripts") == "none",
            Flag(form, "skip_bmc_config"));

    private static bool Flag(ParameterSet form, string name) => form.Get(name) is { } text && FieldErrors.IsTrue(text);
}
