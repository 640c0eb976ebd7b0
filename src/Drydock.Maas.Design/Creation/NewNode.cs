namespace Drydock.Maas.Design.Creation;

/// <summary>A machine of a site that is to be written from nothing.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Bmc">The address of its management controller; null for one that somebody switches by hand.</param>
/// <param name="BootMac">The MAC address that it boots from; null when it is not known.</param>
/// <param name="Addresses">Its addresses, each of one of the networks.</param>
/// <param name="Rack">The rack that it stands in.</param>
public sealed record NewNode(string Name, string? Bmc, string? BootMac, IReadOnlyList<string> Addresses, string? Rack);
