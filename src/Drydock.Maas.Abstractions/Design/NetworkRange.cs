namespace Drydock.Maas.Design;

/// <summary>A range of addresses of a network.</summary>
public sealed record NetworkRange
{
    /// <summary>static, dhcp or reserved.</summary>
    public string Type { get; init; } = "";

    /// <summary>First address.</summary>
    public string Start { get; init; } = "";

    /// <summary>Last address.</summary>
    public string End { get; init; } = "";

    /// <summary>Type, first and last address.</summary>
    public override string ToString() => $"{Type} {Start}-{End}";
}
