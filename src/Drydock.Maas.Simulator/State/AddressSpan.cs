using System.Net;

namespace Drydock.Maas.Simulator.State;

/// <summary>Addresses from start to end, both included, and what they are used for.</summary>
internal sealed record AddressSpan(IPAddress Start, IPAddress End, string Purpose)
{
    public static AddressSpan Single(IPAddress address, string purpose) => new(address, address, purpose);

    public bool Overlaps(IPAddress start, IPAddress end) =>
        AddressOrder.Instance.Compare(Start, end) <= 0 && AddressOrder.Instance.Compare(start, End) <= 0;
}
