using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.SiteNetwork;

namespace Drydock.Maas.Provisioning.SiteSteps;

/// <summary>Makes the step of a kind.</summary>
internal static class SiteStepFactory
{
    public static ISiteStep Create(MaasSession session, SiteStepKind kind, StepOptions options, IStepHost host) => kind switch
    {
        SiteStepKind.Network => new SiteNetworkStep(session),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
