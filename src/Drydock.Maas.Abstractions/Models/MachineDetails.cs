using System.Text.Json.Serialization;

namespace Drydock.Maas.Models;

/// <summary>The hardware of a machine as commissioning found it (machines/{system_id}/?op=details).</summary>
public sealed record MachineDetails : MaasObject
{
    /// <summary>The address of the MAAS it was read from; it goes with the object into CSV, JSON and Clixml.</summary>
    [JsonIgnore]
    public Uri? MaasUrl => Origin?.Url;

    /// <summary>The machine.</summary>
    public string SystemId { get; init; } = "";

    /// <summary>The machine's short name; not part of what MAAS answers.</summary>
    public string? Hostname { get; init; }

    /// <summary>The XML that lshw wrote; null when there is none.</summary>
    public string? Lshw { get; init; }

    /// <summary>The XML that lldpd wrote: the switches and ports seen; null when there is none.</summary>
    public string? Lldp { get; init; }

    /// <summary>The host name, or the system id.</summary>
    public override string ToString() => Hostname ?? SystemId;
}
