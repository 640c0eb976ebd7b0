using System.Globalization;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Boot;

/// <summary>The versions of Ubuntu's releases, and the kernels named after them.</summary>
internal static class UbuntuReleases
{
    private static readonly Dictionary<string, string> Versions = new(StringComparer.Ordinal)
    {
        ["trusty"] = "14.04", ["xenial"] = "16.04", ["bionic"] = "18.04", ["focal"] = "20.04", ["jammy"] = "22.04", ["kinetic"] = "22.10",
        ["lunar"] = "23.04", ["mantic"] = "23.10", ["noble"] = "24.04", ["oracular"] = "24.10", ["plucky"] = "25.04",
        ["questing"] = "25.10", ["resolute"] = "26.04",
    };

    /// <summary>The version of a release; null for what is none.</summary>
    public static string? VersionOf(string series) => Versions.GetValueOrDefault(series);

    /// <summary>Whether a text names a kernel of a release, and no platform.</summary>
    public static bool IsKernel(string text) => text.Split('-') is var parts && (parts.Contains("hwe") || parts.Contains("ga"));

    /// <summary>Where a kernel or release stands among the others; null for one of no release.</summary>
    public static (int Major, int Minor, int Weight)? RankOf(string name)
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
        RankOf(name) is { } rank && RankOf(other) is { } least && rank.CompareTo(least) >= 0;

    private static (int Major, int Minor)? Find(string release)
    {
        var version = Versions.GetValueOrDefault(release) ?? Versions.Values.FirstOrDefault(known => known == release)
            ?? (release.Length == 1 ? Versions.FirstOrDefault(known => known.Key[0] == release[0]).Value : null);
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
