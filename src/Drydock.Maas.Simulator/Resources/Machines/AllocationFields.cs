using System.Globalization;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Machines;

/// <summary>The fields of an allocation, in the forms they may have.</summary>
internal sealed class AllocationFields(ApiCall call)
{
    private readonly ParameterSet _form = call.Form;

    public bool Has(string field) => _form.Has(field);

    /// <summary>Repeated values, and those in one text.</summary>
    public string[] Values(string field) =>
        _form.GetAll(field).SelectMany(text => text.Split(',', StringSplitOptions.RemoveEmptyEntries)).ToArray();

    public double Number(string field) =>
        _form.Get(field) is { Length: > 0 } text ? double.Parse(text, CultureInfo.InvariantCulture) : 0;

    public bool Flag(string field) => _form.Get(field) is { } text && FieldErrors.IsTrue(text);

    /// <summary>Subnets by specifier, or all of a space.</summary>
    public IEnumerable<SimulatedSubnet> Subnets(string field) => Values(field).SelectMany(
        text => text.StartsWith("space:", StringComparison.Ordinal)
            ? call.State.Subnets.Where(subnet => subnet.Vlan.Space?.Name == text["space:".Length..])
        : Lookup.Subnet(call.State, text) is { } subnet ? [subnet] : []);
}
