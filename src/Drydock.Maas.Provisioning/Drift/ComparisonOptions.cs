using Drydock.Maas.Design;

namespace Drydock.Maas.Provisioning.Drift;

/// <summary>Options of a comparison of a design with MAAS.</summary>
public sealed record ComparisonOptions
{
    /// <summary>Also tell what MAAS has and the design says nothing about.</summary>
    public bool Detailed { get; init; }

    /// <summary>Also tell machines that are not deployed.</summary>
    public bool RequireDeployed { get; init; }

    /// <summary>The space of VLANs for which the design names none, as given to the run; empty for none, null when any will do.</summary>
    public string? Space { get; init; }

    /// <summary>Renders boot actions; a site without any needs none.</summary>
    public IBootActionRenderer? BootActionRenderer { get; init; }

    /// <summary>Also compare power parameters of IPMI and Redfish nodes.</summary>
    public bool UseNodeOobParameters { get; init; }
}
