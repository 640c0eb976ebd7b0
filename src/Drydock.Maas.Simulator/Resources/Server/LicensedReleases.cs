using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Server;

/// <summary>The releases of Windows that are activated with a key, and of which there are images.</summary>
internal static class LicensedReleases
{
    public const string System = "windows";

    private const string Prefix = System + "/";

    private static readonly string[] Names =
    [
        "win2008r2", "win2012", "win2012r2", "win2016", "win2016nano", "win2016-core", "win2016dc", "win2016dc-core", "win2019", "win2019-core",
        "win2019dc", "win2019dc-core", "win10ent",
    ];

    /// <summary>As <c>windows/win2019</c>, in the order of the titles that users gave the images.</summary>
    public static IReadOnlyList<string> Of(SimulatorState state) =>
    [
        .. state.BootResources.Where(image => image.Name.StartsWith(Prefix, StringComparison.Ordinal) && Names.Contains(image.Name[Prefix.Length..]))
            .OrderBy(image => image.Title, StringComparer.Ordinal).Select(image => image.Name).Distinct(),
    ];
}
