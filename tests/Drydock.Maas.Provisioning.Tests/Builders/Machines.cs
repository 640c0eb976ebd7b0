using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Tests.Builders;

/// <summary>Machines as a list answers them.</summary>
internal static class Machines
{
    public static Machine Named(string hostname, string? id = null, string? mac = null) => new()
    {
        SystemId = id ?? $"id-{hostname}",
        Hostname = hostname,
        StatusName = "Ready",
        Domain = new Domain { Name = "local" },
        Interfaces = mac is null ? [] : [new NetworkInterface { Id = 1, Name = "eno1", Type = "physical", MacAddress = mac }],
    };

    public static Machine In(string status) => Named("node1") with { StatusName = status };
}
