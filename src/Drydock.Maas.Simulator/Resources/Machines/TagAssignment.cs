using System.Xml;
using System.Xml.Linq;
using System.Xml.XPath;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Machines;

/// <summary>Gives tags to the machines whose hardware, as lshw and LLDP tell it, matches the tag's definition.</summary>
internal static class TagAssignment
{
    /// <summary>Racks are asked to look through the machines, which is not done when the request is answered.</summary>
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(1);

    /// <summary>Whether a text is an expression that can be compiled.</summary>
    public static bool IsExpression(string text)
    {
        try
        {
            return XPathExpression.Compile(text) is not null;
        }
        catch (XPathException)
        {
            return false;
        }
    }

    /// <summary>Has the machines looked through soon; a tag without a definition keeps those it has.</summary>
    public static void Plan(SimulatorState state, SimulatedTag tag) =>
        tag.Evaluates = string.IsNullOrWhiteSpace(tag.Definition) ? null : state.Now + Delay;

    /// <summary>Looks the machines through for all tags that are due.</summary>
    public static void RunDue(SimulatorState state)
    {
        foreach (var tag in state.Tags.Where(tag => tag.Evaluates <= state.Now).ToList())
        {
            tag.Evaluates = null;
            foreach (var machine in state.Nodes.OfType<SimulatedMachine>())
                Assign(machine, tag);
        }
    }

    /// <summary>Gives a machine whose hardware was just found the tags it matches, and takes the others.</summary>
    public static void Assign(SimulatorState state, SimulatedMachine machine)
    {
        foreach (var tag in state.Tags.Where(tag => !string.IsNullOrWhiteSpace(tag.Definition)))
            Assign(machine, tag);
    }

    private static void Assign(SimulatedMachine machine, SimulatedTag tag)
    {
        if (!Matches(machine, tag.Definition))
            machine.Tags.Remove(tag);
        else if (!machine.Tags.Contains(tag))
            machine.Tags.Add(tag);
    }

    /// <summary>A set of nodes, a number and a text match unless they are empty or zero.</summary>
    private static bool Matches(SimulatedMachine machine, string definition)
    {
        var (details, names) = Details(machine);
        try
        {
            return details.CreateNavigator().Evaluate(definition, names) switch
            {
                bool flag => flag,
                double number => number != 0 && !double.IsNaN(number),
                string text => text.Length > 0,
                XPathNodeIterator nodes => nodes.Count > 0,
                _ => false,
            };
        }
        catch (XPathException)
        {
            return false;
        }
    }

    /// <summary>lshw's list as it is, and once more with LLDP's, each under its own namespace.</summary>
    private static (XElement Details, XmlNamespaceManager Names) Details(SimulatedMachine machine)
    {
        var names = new XmlNamespaceManager(new NameTable());
        var root = new XElement("list");
        if (machine.CommissioningPassed)
        {
            var lshw = XElement.Parse(machine.Hardware.Lshw);
            root.Add(lshw.Elements());
            root.Add(Qualify(lshw, "lshw"), Qualify(XElement.Parse(HiddenHardware.Lldp), "lldp"));
        }

        foreach (var name in new[] { "lshw", "lldp" })
            names.AddNamespace(name, name);
        return (root, names);
    }

    private static XElement Qualify(XElement element, string name) => new(
        XName.Get(element.Name.LocalName, name),
        element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration),
        element.Nodes().Select(node => node is XElement inner ? Qualify(inner, name) : node));
}
