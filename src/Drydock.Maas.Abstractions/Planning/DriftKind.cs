namespace Drydock.Maas.Planning;

/// <summary>The ways in which design and MAAS differ.</summary>
public enum DriftKind
{
    /// <summary>The design has it, MAAS does not.</summary>
    Missing,

    /// <summary>Both have it, otherwise than each other.</summary>
    Different,

    /// <summary>MAAS has it where the design wants something else; the next run removes it.</summary>
    Unwanted,

    /// <summary>MAAS has it and the design says nothing about it; it is left alone. Only told when asked for in detail.</summary>
    Extra,

    /// <summary>It cannot be compared, for the reason given in Blocker.</summary>
    NotComparable,
}
