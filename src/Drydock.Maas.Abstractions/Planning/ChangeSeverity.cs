namespace Drydock.Maas.Planning;

/// <summary>Grades of what a change does to a machine in use.</summary>
public enum ChangeSeverity
{
    /// <summary>Names, tags, annotations: nobody notices.</summary>
    Cosmetic,

    /// <summary>Interrupts: addresses, VLANs, a reboot.</summary>
    Disruptive,

    /// <summary>Destroys data: partitions, volume groups, a deployed system.</summary>
    Destructive,
}
