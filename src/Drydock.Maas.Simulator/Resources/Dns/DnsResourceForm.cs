using System.Globalization;
using System.Net;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Dns;

/// <summary>The wanted state of a name with its addresses.</summary>
internal sealed class DnsResourceForm
{
    private const int LongestName = 191;

    private readonly ApiCall _call;
    private readonly string _name;
    private readonly SimulatedDomain? _domain;
    private readonly int? _ttl;
    private readonly List<IPAddress> _addresses;

    /// <exception cref="ApiException">400: a name cannot be so; 500: an address is none.</exception>
    public DnsResourceForm(ApiCall call, SimulatedDnsResource? current, string? name, SimulatedDomain? domain)
    {
        var errors = new FieldErrors(call.Form);
        _call = call;
        _name = name ?? current?.Name ?? "";
        _domain = domain ?? current?.Domain;
        if (_name.Length == 0)
            errors.Add("name", FieldErrors.Required);
        if (_domain is null)
            errors.Add("domain", FieldErrors.Required);
        errors.CheckLength("name", _name, LongestName);
        _ttl = call.Form.Get("address_ttl") switch
        {
            null => current?.AddressTtl,
            "" => null,
            _ => errors.Number("address_ttl", 0, 0, int.MaxValue),
        };
        var texts = AddressTexts(current);
        if (texts is not null && _name.Length == 0)
            throw new ApiException(ApiResponse.Text(500, "'name'"));
        if (texts is not null && !DnsNames.IsHost(_name))
            errors.Add("__all__", $"Invalid dnsresource name: {_name}.");
        else if (current is null && !errors.Any && DnsNames.Find(call.State, _name, _domain!, make: false) is not null)
            errors.Add("__all__", "Labels must be unique within their zone.");
        else if (current?.Addresses.Count > 0 && call.State.DnsRecords.Exists(record => record.Resource == current && record.Type == "CNAME"))
            errors.Add("__all__", "Cannot add address: CNAME present.");
        errors.ThrowIfAny();
        _addresses = [.. (texts ?? []).Select(Parse)];
    }

    public SimulatedDnsResource Create()
    {
        var added = Make();
        _call.State.DnsResources.Add(added);
        return added;
    }

    /// <summary>A new one that the server does not hold yet.</summary>
    public SimulatedDnsResource Make()
    {
        var made = new SimulatedDnsResource { Id = _call.State.Ids.Next("dnsresource"), Name = _name, Domain = _domain! };
        ApplyTo(made);
        return made;
    }

    /// <summary>Addresses nobody holds become the user's own, and stay so when the name has gone.</summary>
    public void ApplyTo(SimulatedDnsResource resource)
    {
        var state = _call.State;
        (resource.Name, resource.Domain, resource.AddressTtl) = (_name, _domain!, _ttl);
        resource.Addresses.Clear();
        foreach (var address in _addresses.Distinct())
        {
            if (!state.Addresses.IsAssigned(address))
                IPAddressesApi.Add(state, address, state.Addresses.BestSubnet(address), _call.SignedUser);
            resource.Addresses.Add(address);
        }
    }

    /// <summary>
    /// The addresses between blanks; null when a new name is given none. A form that does not mention those of a name keeps the last one only:
    /// MAAS fills in the list, and reads one value of it.
    /// </summary>
    private string[]? AddressTexts(SimulatedDnsResource? current)
    {
        if (_call.Form.EmptyLists.Contains("ip_addresses"))
            return [];
        if (_call.Form.Get("ip_addresses") is { } text)
            return text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return current?.Addresses.TakeLast(1).Select(address => address.ToString()).ToArray();
    }

    private IPAddress Parse(string text)
    {
        if (text.All(char.IsAsciiDigit))
            return _call.State.HeldAddresses.Find(held => Lookup.IsId(text, held.Id))?.Address
                ?? throw new ApiException(ApiResponse.DatabaseConflict());
        return IPAddress.TryParse(text, out var address)
            ? address
            : throw new ApiException(ApiResponse.Text(500, string.Create(CultureInfo.InvariantCulture, $"failed to detect a valid IP address from '{text}'")));
    }
}
