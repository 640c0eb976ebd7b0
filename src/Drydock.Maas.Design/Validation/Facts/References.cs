namespace Drydock.Maas.Design.Validation.Facts;

/// <summary>Names the documents that findings are about.</summary>
internal static class References
{
    public static ValidationDocument Reference(this DrydockNode node) => Make("BaremetalNode", node.Name, node.Location);

    public static ValidationDocument Reference(this Network network) => Make("Network", network.Name, network.Location);

    public static ValidationDocument Reference(this NetworkLink link) => Make("NetworkLink", link.Name, link.Location);

    public static ValidationDocument Reference(this HardwareProfile profile) => Make("HardwareProfile", profile.Name, profile.Location);

    public static ValidationDocument Reference(this BootAction action) => Make("BootAction", action.Name, action.Location);

    public static ValidationDocument Reference(this Rack rack) => Make("Rack", rack.Name, rack.Location);

    public static ValidationDocument Reference(this Region region) => Make("Region", region.Name, region.Location);

    /// <summary>A place within the region's document.</summary>
    public static ValidationDocument Reference(this Region region, DocumentLocation place) => Make("Region", region.Name, place);

    private static ValidationDocument Make(string kind, string name, DocumentLocation? location) =>
        new() { Kind = kind, Name = name, File = location?.File, Line = location?.Line ?? 0 };
}
