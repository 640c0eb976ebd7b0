namespace Drydock.Maas.Models;

/// <summary>Version and capabilities that the server tells (GET version/).</summary>
public sealed record MaasVersion : MaasObject
{
    /// <summary>The version, for example 3.4.10.</summary>
    public string Version { get => field ?? ""; init; }

    /// <summary>The build.</summary>
    public string? Subversion { get; init; }

    /// <summary>What it can do, in its words.</summary>
    public IReadOnlyList<string> Capabilities { get => field ?? TextList<string>.Empty; init => field = TextList<string>.From(value); }

    /// <summary>The version.</summary>
    public override string ToString() => Version;
}
