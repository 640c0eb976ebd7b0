using System.Text.Json;

namespace Drydock.Maas.Models;

/// <summary>A commissioning, testing or release script (scripts/).</summary>
public sealed record Script : MaasResource
{
    /// <summary>The identifier.</summary>
    public int Id { get; init; }

    /// <summary>The name.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>The title.</summary>
    public string? Title { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>Its tags.</summary>
    public IReadOnlyList<string> Tags { get => field ?? TextList<string>.Empty; init => field = TextList<string>.From(value); }

    /// <summary>The kind as MAAS's number.</summary>
    public int Type { get; init; }

    /// <summary>Commissioning script, Testing script, Release script and so on.</summary>
    public string? TypeName { get; init; }

    /// <summary>The hardware it concerns, as MAAS's number.</summary>
    public int HardwareType { get; init; }

    /// <summary>Node, CPU, Memory, Storage, Network or GPU.</summary>
    public string? HardwareTypeName { get; init; }

    /// <summary>Whether it runs beside others, as MAAS's number.</summary>
    public int Parallel { get; init; }

    /// <summary>Disabled, run along other instances of this script, or along any other script.</summary>
    public string? ParallelName { get; init; }

    /// <summary>The results it gives, as it says itself.</summary>
    public JsonElement? Results { get; init; }

    /// <summary>The parameters it takes, as it says itself.</summary>
    public JsonElement? Parameters { get; init; }

    /// <summary>The packages it needs, as it says itself.</summary>
    public JsonElement? Packages { get; init; }

    /// <summary>How long it may run, h:mm:ss; 0:00:00 for ever.</summary>
    public string? Timeout { get; init; }

    /// <summary>Whether it destroys data on the machine.</summary>
    public bool Destructive { get; init; }

    /// <summary>The hardware it runs for: modaliases, PCI or USB ids, system vendors.</summary>
    public IReadOnlyList<string> ForHardware { get => field ?? TextList<string>.Empty; init => field = TextList<string>.From(value); }

    /// <summary>Whether it may restart the machine.</summary>
    public bool MayReboot { get; init; }

    /// <summary>Whether the commissioning scripts of MAAS run again after it.</summary>
    public bool Recommission { get; init; }

    /// <summary>Whether it needs the machine's own network configuration.</summary>
    public bool ApplyConfiguredNetworking { get; init; }

    /// <summary>Whether it came with MAAS.</summary>
    public bool Default { get; init; }

    /// <summary>Its revisions.</summary>
    public IReadOnlyList<ScriptRevision> History { get => field ?? TextList<ScriptRevision>.Empty; init => field = TextList<ScriptRevision>.From(value); }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}

/// <summary>A revision of a script.</summary>
public sealed record ScriptRevision : MaasObject
{
    /// <summary>The identifier.</summary>
    public int Id { get; init; }

    /// <summary>What was said about it.</summary>
    public string? Comment { get; init; }

    /// <summary>When it was made.</summary>
    public string? Created { get; init; }

    /// <summary>The content as base64; only when asked for.</summary>
    public string? Data { get; init; }

    /// <summary>The number of the revision.</summary>
    public override string ToString() => Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
