namespace Drydock.Maas.Planning;

/// <summary>What happens to a resource.</summary>
public enum ChangeAction
{
    /// <summary>It comes into being.</summary>
    Create,

    /// <summary>A property changes.</summary>
    Update,

    /// <summary>It goes away.</summary>
    Delete,

    /// <summary>Something is done with it: commission, deploy, format.</summary>
    Invoke,
}
