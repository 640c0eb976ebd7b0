namespace Drydock.Maas.Simulator.Http;

/// <summary>Who may call a route.</summary>
internal enum Access
{
    User,
    Admin,
    Anonymous,
}
