namespace Drydock.Maas.Planning;

/// <summary>Parts of a machine that steps read and write apart from each other.</summary>
[Flags]
internal enum MachineParts
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Interfaces with their links, and default gateways.</summary>
    Network = 1,

    /// <summary>Block devices, groups of volumes, RAIDs, bcaches and special file systems.</summary>
    Storage = 2,

    /// <summary>Tags.</summary>
    Tags = 4,

    /// <summary>The whole machine.</summary>
    All = ~0,
}
