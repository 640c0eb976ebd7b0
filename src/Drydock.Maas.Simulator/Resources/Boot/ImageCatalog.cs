using Drydock.Maas.Simulator.Resources.Machines;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Boot;

/// <summary>The operating systems and releases there are images of.</summary>
internal sealed class ImageCatalog(SimulatorState state)
{
    public const string Custom = "custom";
    public const string Ubuntu = "ubuntu";

    private static readonly Dictionary<string, string> Titles = new(StringComparer.Ordinal)
    {
        ["caringo"] = "Caringo", ["centos"] = "CentOS", [Custom] = "Custom", ["esxi"] = "VMware ESXi", ["rhel"] = "Redhat Enterprise Linux",
        ["suse"] = "SUSE", [Ubuntu] = "Ubuntu", ["ubuntu-core"] = "Ubuntu Core", ["windows"] = "Windows",
    };

    private static readonly string[] Licensed =
    [
        "win2008r2", "win2012", "win2012r2", "win2016", "win2016nano", "win2016-core", "win2016dc", "win2016dc-core", "win2019", "win2019-core",
        "win2019dc", "win2019dc-core", "win10ent",
    ];

    /// <summary>Which images a deployment may be asked for, as MAAS lists them; a star marks those that want a license key.</summary>
    public IEnumerable<string> Choices => Systems().OrderBy(system => system.Name, StringComparer.Ordinal).SelectMany(
        system => system.Releases.Select(release => $"{system.Name}/{release}{(NeedsKey(system.Name, release) ? "*" : "")}")).Prepend("");

    /// <summary>What a name stands for: a release, a system's last one, or what begins like it outside of Ubuntu; null for nothing.</summary>
    public (string System, string Release)? Find(string name)
    {
        var possible = new List<(string System, string Release)>();
        foreach (var (system, releases) in Systems().OrderBy(system => GetTitle(system.Name), StringComparer.Ordinal))
        {
            foreach (var release in releases)
            {
                if (release == name)
                    return (system, release);
                if (system == name || (system != Ubuntu && release.StartsWith(name, StringComparison.Ordinal)))
                    possible.Add((system, release));
            }
        }

        return possible.Count == 0 ? null : possible.OrderByDescending(one => one.Release, StringComparer.Ordinal).First();
    }

    /// <summary>The kernels of a release for an architecture, the oldest first.</summary>
    public IReadOnlyList<string> GetKernels(string image, string architecture, string? flavour = null) =>
    [
        .. state.BootResources
            .Where(resource => resource.Name.StartsWith(image, StringComparison.Ordinal)
                && resource.Architecture.StartsWith(architecture + "/", StringComparison.Ordinal))
            .Select(resource => resource.Architecture.Split('/')[1])
            .Where(kernel => UbuntuReleases.IsKernel(kernel) && (flavour is null || GetFlavour(kernel) == flavour))
            .Distinct().OrderBy(KernelNames.GetRank),
    ];

    /// <summary>Every kernel that a machine may be bound to, those an image only stands in for included.</summary>
    public bool IsKnownKernel(string kernel) => state.BootResources.Any(
        resource => (resource.Subarches ?? "").Split(',').Append(resource.Architecture.Split('/')[1]).Contains(kernel)
            && UbuntuReleases.IsKernel(kernel));

    /// <summary>The Ubuntu release an uploaded image is built on; null where it is built on none that is known.</summary>
    public string? GetBase(string release) => state.BootResources.Find(resource => resource.Name == release)?.BaseImage;

    private static string GetFlavour(string kernel) => KernelNames.Flavour(kernel) is { Length: > 0 } flavour ? flavour : "generic";

    private static bool NeedsKey(string system, string release) => system == "windows" && Licensed.Contains(release);

    private static string GetTitle(string system) => Titles.GetValueOrDefault(system) ?? system;

    private IEnumerable<(string Name, List<string> Releases)> Systems() => state.BootResources.OrderBy(image => image.Id)
        .Select(image => (Name: GetSystem(image), Release: image.Name.Split('/')[^1], image)).DistinctBy(one => (one.Name, one.Release))
        .GroupBy(one => one.Name, (name, images) => (
            name, images.OrderBy(one => GetTitle(one.image, one.Release), StringComparer.Ordinal).Select(one => one.Release).ToList()));

    private static string GetSystem(SimulatedBootResource image) =>
        image.Name.Contains('/', StringComparison.Ordinal) ? image.Name.Split('/')[0] : Custom;

    private static string GetTitle(SimulatedBootResource image, string release) =>
        image.Upload is not null ? image.Title : UbuntuReleases.FindVersion(release) ?? release;
}

/// <summary>The architectures there are images for.</summary>
internal static class UsableArchitectures
{
    public static IReadOnlyList<string> List(SimulatorState state) => state.BootResources
        .Where(image => image.Upload is null).SelectMany(List).Distinct().Order(StringComparer.Ordinal).ToArray();

    private static IEnumerable<string> List(SimulatedBootResource image)
    {
        var family = image.Architecture.Split('/')[0];
        return (image.Subarches ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => $"{family}/{part}").Append(image.Architecture).Append(family + "/generic").Where(IsPlatform);
    }

    private static bool IsPlatform(string name) =>
        !name.Contains("hwe-", StringComparison.Ordinal) && !name.Contains("ga-", StringComparison.Ordinal);
}
