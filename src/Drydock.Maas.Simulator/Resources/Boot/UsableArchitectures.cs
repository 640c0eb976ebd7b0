using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Boot;

/// <summary>The architectures there are images for.</summary>
internal static class UsableArchitectures
{
    public static IReadOnlyList<string> Of(SimulatorState state) => state.BootResources
        .Where(image => image.Upload is null).SelectMany(Of).Distinct().Order(StringComparer.Ordinal).ToArray();

    private static IEnumerable<string> Of(SimulatedBootResource image)
    {
        var family = image.Architecture.Split('/')[0];
        return (image.Subarches ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => $"{family}/{part}").Append(image.Architecture).Append(family + "/generic").Where(IsPlatform);
    }

    private static bool IsPlatform(string name) =>
        !name.Contains("hwe-", StringComparison.Ordinal) && !name.Contains("ga-", StringComparison.Ordinal);
}
