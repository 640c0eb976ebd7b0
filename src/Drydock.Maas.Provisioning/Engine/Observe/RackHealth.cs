using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Engine.Observe;

/// <summary>The services that a rack controller needs to serve machines, and those of them that are down.</summary>
internal static class RackHealth
{
    private static readonly string[] Needed = ["http", "dhcpd", "rackd", "tftp"];

    /// <summary>Whether machines can boot from it: as Drydock has it, a service that is not wanted (off) is well.</summary>
    public static bool IsHealthy(RackController rack) =>
        Needed.All(name => rack.Services.Any(s => s.Name == name && IsWell(s)));

    /// <summary>Whether the region has lost it: its own service is dead.</summary>
    public static bool IsDead(RackController rack) => rack.Services.Any(s => s is { Name: "rackd", Status: "dead" });

    /// <summary>Every service that is down or, though needed, not there; in a few words each.</summary>
    public static IReadOnlyList<string> Faults(RackController rack) =>
    [
        .. rack.Services.Where(s => !IsWell(s)).OrderBy(s => s.Name, StringComparer.Ordinal).Select(Describe),
        .. Needed.Where(name => rack.Services.All(s => s.Name != name)).Select(name => $"{name} is missing"),
    ];

    private static bool IsWell(RackService service) => service.Status is "running" or "off";

    private static string Describe(RackService service) =>
        string.IsNullOrWhiteSpace(service.StatusInfo)
            ? $"{service.Name} is {service.Status}"
            : $"{service.Name} is {service.Status} ({service.StatusInfo})";
}
