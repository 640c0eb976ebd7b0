using System.Globalization;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Boot;

/// <summary>The order of kernels and releases, and the flavours of kernels, as their names tell them.</summary>
internal static class KernelNames
{
    /// <summary>Where a kernel or release stands among the others; null for one of no release.</summary>
    public static (int Major, int Minor, int Weight)? GetRank(string name)
    {
        var parts = name.Split('-');
        var channel = Array.FindIndex(parts, part => part is "hwe" or "ga");
        var isEdge = channel >= 0 && parts[channel] == "hwe" && parts.Contains("edge");
        var release = channel < 0 ? name : parts.Skip(channel + 1).FirstOrDefault(part => part != "edge") ?? "";
        if (Find(release) is not { } version)
            return null;
        var weight = (channel < 0 ? 0 : parts[channel] == "hwe" ? isEdge ? 10_000_000 : 1_000_000 : 0) + (parts.Length > 1 ? 10_000 : 0)
            + (channel >= 0 && Flavour(name).Length > 0 && Flavour(name) != "generic" ? 10 : 0);
        return (version.Major, version.Minor, weight);
    }

    /// <summary>What follows the release in a kernel's name: <c>lowlatency</c> for instance; empty for none.</summary>
    public static string Flavour(string kernel)
    {
        var parts = kernel.Split('-').SkipWhile(part => part is not ("hwe" or "ga")).Where(part => part != "edge").ToArray();
        return parts.Length > 2 ? string.Join('-', parts[2..]) : "";
    }

    /// <summary>Whether a kernel or release is as new as another.</summary>
    public static bool IsAsNew(string name, string other) =>
        GetRank(name) is { } rank && GetRank(other) is { } least && rank.CompareTo(least) >= 0;

    private static (int Major, int Minor)? Find(string release)
    {
        var version = UbuntuReleases.FindVersion(release)
            ?? (release.Length == 1 ? UbuntuReleases.All.FirstOrDefault(known => known.Series[0] == release[0]).Version : null);
        var parts = version?.Split('.');
        return parts is null
            ? null
            : (int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}

/// <summary>Names of kernels that the images bring or stand in for.</summary>
internal static class Kernels
{
    public static IReadOnlySet<string> Supported(SimulatorState state) => state.BootResources.Where(image => image.Upload is null)
        .SelectMany(image => (image.Subarches ?? "").Split(',', StringSplitOptions.TrimEntries).Append(image.Architecture.Split('/')[^1]))
        .Where(IsKernel).ToHashSet(StringComparer.Ordinal);

    private static bool IsKernel(string name) => name.StartsWith("hwe-", StringComparison.Ordinal) || name.StartsWith("ga-", StringComparison.Ordinal);
}
