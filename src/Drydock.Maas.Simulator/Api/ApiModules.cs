using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.Api;

/// <summary>Every group of endpoints there is.</summary>
internal static class ApiModules
{
    public static IEnumerable<IApiModule> All() =>
    [
        new VersionApi(),
    ];
}
