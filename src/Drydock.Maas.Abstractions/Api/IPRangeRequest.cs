namespace Drydock.Maas.Api;

/// <summary>An address range to make.</summary>
public sealed record IPRangeRequest
{
    /// <summary>dynamic or reserved.</summary>
    public string Type { get; init; } = "";

    /// <summary>The subnet's id.</summary>
    public int? SubnetId { get; init; }

    /// <summary>First address.</summary>
    public string StartIP { get; init; } = "";

    /// <summary>Last address.</summary>
    public string EndIP { get; init; } = "";

    /// <summary>The comment.</summary>
    public string? Comment { get; init; }
}
