using System.Globalization;
using System.Text.RegularExpressions;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Interfaces;

/// <summary>A NIC, of a machine or a device.</summary>
internal sealed partial class NicForm(ApiCall call, SimulatedNode node, SimulatedInterface? nic) : InterfaceForm(call, node, nic, "physical")
{
    private readonly ParameterSet _form = call.Form;
    private bool? _enabled;

    protected override void Read()
    {
        Mac = Fields.Mac(required: true);
        Fields.CheckMac(Mac);
        Name = Fields.Name(required: false);
        if (Name.Length > 0)
            Fields.CheckUnique(Name);
        else if (Nic is null)
            Name = NextName();
        _enabled = InterfaceSettings.Choice(_form.Get("enabled"));
        ReadNumaNode();
        if (_form.Has("parents") && Fields.Parents("parents", "parents") is { Count: > 0 })
            Errors.Add("parents", "A physical interface cannot have parents.");
    }

    protected override void WriteMore(SimulatedInterface nic)
    {
        nic.NumaNode ??= Node is SimulatedMachine ? 0 : null;
        if (_enabled is { } enabled)
            Changes.Enable(nic, enabled);
    }

    /// <summary>All machines have one.</summary>
    private void ReadNumaNode()
    {
        if (Errors.OptionalNumber("numa_node", 0, int.MaxValue) is not { } index)
            return;
        if (Node is SimulatedDevice)
            Errors.Add("numa_node", "Only interfaces for machines are linked to a NUMA node");
        else if (index > 0)
            Errors.Add("numa_node", "Invalid NUMA node");
    }

    private string NextName()
    {
        var numbers = Node.Interfaces.Select(nic => Ethernet().Match(nic.Name)).Where(match => match.Success)
            .Select(match => int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture));
        return string.Create(CultureInfo.InvariantCulture, $"eth{numbers.DefaultIfEmpty(-1).Max() + 1}");
    }

    [GeneratedRegex("^eth([0-9]{1,9})")]
    private static partial Regex Ethernet();
}
