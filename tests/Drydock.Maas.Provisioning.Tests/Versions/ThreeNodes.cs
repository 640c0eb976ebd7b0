namespace Drydock.Maas.Provisioning.Tests.Versions;

/// <summary>The site that the requests of two versions were sent to.</summary>
internal static class ThreeNodes
{
    /// <summary>Its design.</summary>
    public static string File { get; } = Path.Combine(AppContext.BaseDirectory, "Fixtures", "three-nodes.yaml");
}
