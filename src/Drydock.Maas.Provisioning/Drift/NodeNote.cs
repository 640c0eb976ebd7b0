using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Drift;

/// <summary>A finding about a node that no plan mends.</summary>
/// <param name="Drift">The finding.</param>
/// <param name="ErrorId">What went wrong, if something did.</param>
internal sealed record NodeNote(DesignDrift Drift, string? ErrorId = null);
