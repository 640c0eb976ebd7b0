namespace Drydock.Maas.Design.Creation;

/// <summary>A site that is to be written from nothing.</summary>
/// <param name="Name">Its name.</param>
public sealed record NewSite(string Name)
{
    /// <summary>Its machines.</summary>
    public IReadOnlyList<NewNode> Nodes { get; init; } = [];

    /// <summary>Its networks; those that machines need and that are missing are made up.</summary>
    public IReadOnlyList<NewNetwork> Networks { get; init; } = [];

    /// <summary>NICs as Linux calls them: the one that boots, then those that are bonded.</summary>
    public IReadOnlyList<string> Nics { get; init; } = ["eno1"];

    /// <summary>The disk that the system is put on, as Linux calls it.</summary>
    public string Disk { get; init; } = "sda";

    /// <summary>What is deployed.</summary>
    public string Image { get; init; } = "jammy";

    /// <summary>The type of management controllers: ipmi or redfish.</summary>
    public string OobType { get; init; } = "ipmi";

    /// <summary>Their account.</summary>
    public string Account { get; init; } = "maas";

    /// <summary>Its password; null for a placeholder.</summary>
    public Secret? Credential { get; init; }

    /// <summary>Public SSH keys.</summary>
    public IReadOnlyList<string> AuthorizedKeys { get; init; } = [];
}
