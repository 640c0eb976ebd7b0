using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Boot;

/// <summary>Names of kernels that the images bring or stand in for.</summary>
internal static class Kernels
{
    public static IReadOnlySet<string> Supported(SimulatorState state) => state.BootResources.Where(image => image.Upload is null)
        .SelectMany(image => (image.Subarches ?? "").Split(',', StringSplitOptions.TrimEntries).Append(image.Architecture.Split('/')[^1]))
        .Where(IsKernel).ToHashSet(StringComparer.Ordinal);

    private static bool IsKernel(string name) => name.StartsWith("hwe-", StringComparison.Ordinal) || name.StartsWith("ga-", StringComparison.Ordinal);
}
