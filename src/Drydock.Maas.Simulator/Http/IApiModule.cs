namespace Drydock.Maas.Simulator.Http;

/// <summary>One group of endpoints.</summary>
internal interface IApiModule
{
    void Register(Router router);
}
