using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using System.Xml.XPath;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Machines;

/// <summary>Gives tags to the machines whose hardware, as lshw and LLDP tell it, matches the tag's definition.</summary>
internal static partial class TagAssignment
{
    /// <summary>Racks are asked to look through the machines, which is not done when the request is answered.</summary>
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(1);

    /// <summary>Whether a text is an expression that can be compiled.</summary>
    public static bool IsExpression(string text)
    {
        var plain = Calls().Replace(text, "f").TrimEnd();
        try
        {
            return XPathExpression.Compile(OpenCall().IsMatch(plain) ? plain + ")" : plain) is not null;
        }
        catch (XPathException)
        {
            return false;
        }
    }

    // How many arguments a function takes is looked at only when it is called, and one may be left open at the end.
    [GeneratedRegex(@"(?<![\w.-])(?!(?:node|text|comment|processing-instruction|and|or|div|mod)\s*\()[A-Za-z_][\w.-]*(?=\s*\()")]
    private static partial Regex Calls();

    [GeneratedRegex(@"(?<![\w.-])f\s*\($")]
    private static partial Regex OpenCall();

    /// <summary>Has the machines looked through soon; a tag without a definition keeps those it has.</summary>
    public static void Plan(SimulatorState state, SimulatedTag tag) =>
        tag.Evaluates = string.IsNullOrWhiteSpace(tag.Definition) ? null : state.Now + Delay;

    /// <summary>Looks the machines through for all tags that are due.</summary>
    public static void RunDue(SimulatorState state)
    {
        foreach (var tag in state.Tags.Where(tag => tag.Evaluates <= state.Now).ToList())
        {
            tag.Evaluates = null;
            foreach (var node in state.Nodes)
                Assign(node, tag);
        }
    }

    /// <summary>Gives a machine whose hardware was just found the tags it matches, and takes the others.</summary>
    public static void Assign(SimulatorState state, SimulatedMachine machine)
    {
        foreach (var tag in state.Tags.Where(tag => !string.IsNullOrWhiteSpace(tag.Definition)))
            Assign(machine, tag);
    }

    private static void Assign(SimulatedNode node, SimulatedTag tag)
    {
        if (!Matches(node, tag.Definition))
            node.Tags.Remove(tag);
        else if (!node.Tags.Contains(tag))
            node.Tags.Add(tag);
    }

    /// <summary>A set of nodes, a number and a text match unless they are empty or zero.</summary>
    private static bool Matches(SimulatedNode node, string definition)
    {
        var (details, names) = Details(node);
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
    private static (XElement Details, XmlNamespaceManager Names) Details(SimulatedNode node)
    {
        var names = new XmlNamespaceManager(new NameTable());
        var root = new XElement("list");
        if (node is SimulatedMachine { CommissioningPassed: true } machine)
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
