namespace Drydock.Maas.Design;

/// <summary>SR-IOV of an interface.</summary>
public sealed record SriovSettings
{
    /// <summary>How many virtual functions.</summary>
    public int? VirtualFunctionCount { get; init; }

    /// <summary>Whether they are trusted.</summary>
    public bool? TrustedMode { get; init; }
}
