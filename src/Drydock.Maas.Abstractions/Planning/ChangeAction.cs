namespace Drydock.Maas.Planning;

/// <summary>The actions on a resource.</summary>
public enum ChangeAction
{
    /// <summary>It comes into being.</summary>
    Create,

    /// <summary>A property changes.</summary>
    Update,

    /// <summary>It goes away.</summary>
    Delete,

    /// <summary>A machine is commissioned.</summary>
    Commission,

    /// <summary>The failed tests of a machine are passed over.</summary>
    OverrideFailedTests,

    /// <summary>A machine is allocated to the connected user.</summary>
    Allocate,

    /// <summary>A machine gets its operating system.</summary>
    Deploy,

    /// <summary>A machine is given back; its operating system goes.</summary>
    Release,

    /// <summary>What a machine is at is broken off.</summary>
    Abort,

    /// <summary>A machine's network is set up; by which changes is known after commissioning.</summary>
    SetNetwork,

    /// <summary>A machine's storage is set up; by which changes is known after commissioning.</summary>
    SetStorage,

    /// <summary>The layout of root and boot is made anew; every disk of the machine is cleared.</summary>
    SetStorageLayout,

    /// <summary>A disk becomes the one a machine boots from.</summary>
    SetBootDisk,

    /// <summary>A file system is made.</summary>
    Format,

    /// <summary>A file system goes away.</summary>
    Unformat,

    /// <summary>A file system is mounted.</summary>
    Mount,

    /// <summary>A file system is mounted no more.</summary>
    Unmount,

    /// <summary>An image is imported.</summary>
    Import,
}
