using Drydock.Maas.Api;

namespace Drydock.Maas.Benchmarks.Chaos;

/// <summary>With what others act: their own connections as administrator and as a user, and the site.</summary>
internal sealed record HandContext(ChaosSite Site, IMaasClient Admin, MaasSession OtherSession, Random Random)
{
    public IMaasClient Other => OtherSession.Client;
}
