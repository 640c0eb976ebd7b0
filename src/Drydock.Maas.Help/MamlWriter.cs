using System.Globalization;
using System.Xml;

namespace Drydock.Maas.Help;

/// <summary>Writes help as Get-Help reads it.</summary>
internal sealed class MamlWriter(XmlWriter xml)
{
    private const string Maml = "http://schemas.microsoft.com/maml/2004/10";
    private const string Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private const string Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    public static void Write(XmlWriter xml, IEnumerable<(CommandInfo Command, HelpPage Page)> content)
    {
        var writer = new MamlWriter(xml);
        xml.WriteStartElement("helpItems", "http://msh");
        xml.WriteAttributeString("schema", "maml");
        foreach (var (command, page) in content)
            writer.Write(command, page);
        xml.WriteEndElement();
    }

    private void Write(CommandInfo command, HelpPage page)
    {
        xml.WriteStartElement("command", "command", Command);
        xml.WriteAttributeString("xmlns", "maml", null, Maml);
        xml.WriteAttributeString("xmlns", "dev", null, Dev);
        Element("details", () =>
        {
            xml.WriteElementString("name", Command, command.Name);
            xml.WriteElementString("verb", Command, command.Verb);
            xml.WriteElementString("noun", Command, command.Noun);
            Paragraphs("description", [page.Synopsis]);
        });
        Paragraphs("description", page.Description);
        Element("syntax", () => WriteSyntax(command));
        Element("parameters", () => WriteParameters(command));
        Element("inputTypes", () => WriteInputs(command));
        Element("returnValues", () => WriteOutputs(command));
        Section("alertSet", () => Section("alert", () => WriteParagraphs(page.Notes)));
        Element("examples", () => WriteExamples(page));
        Element("relatedLinks", () => WriteLinks(page));
        xml.WriteEndElement();
    }

    private void WriteSyntax(CommandInfo command)
    {
        foreach (var set in command.ParameterSets)
        {
            Element("syntaxItem", () =>
            {
                xml.WriteElementString("name", Maml, command.Name);
                foreach (var (parameter, use) in command.InSet(set))
                    WriteParameter(parameter, use);
            });
        }
    }

    private void WriteParameters(CommandInfo command)
    {
        foreach (var parameter in command.Parameters.OrderBy(p => p.Name is "WhatIf" or "Confirm")
            .ThenBy(p => p.Name, StringComparer.Ordinal))
            WriteParameter(parameter, parameter.Uses[0]);
    }

    private void WriteParameter(ParameterInfo parameter, ParameterUse use)
    {
        xml.WriteStartElement("parameter", Command);
        xml.WriteAttributeString("required", XmlConvert.ToString(use.Mandatory));
        xml.WriteAttributeString("variableLength", "true");
        xml.WriteAttributeString("globbing", XmlConvert.ToString(parameter.Wildcards));
        xml.WriteAttributeString("pipelineInput", use.PipelineInput);
        xml.WriteAttributeString("position", use.Position?.ToString(CultureInfo.InvariantCulture) ?? "named");
        xml.WriteAttributeString("aliases", parameter.Aliases.Count > 0 ? string.Join(", ", parameter.Aliases) : "none");
        xml.WriteElementString("name", Maml, parameter.Name);
        Paragraphs("description", [parameter.Description]);
        if (!parameter.IsSwitch)
            WriteValue(parameter);
        Section("type", Dev, () => xml.WriteElementString("name", Maml, parameter.TypeName));
        xml.WriteEndElement();
    }

    private void WriteValue(ParameterInfo parameter)
    {
        xml.WriteStartElement("parameterValue", Command);
        xml.WriteAttributeString("required", "true");
        xml.WriteAttributeString("variableLength", "false");
        xml.WriteString(parameter.TypeName);
        xml.WriteEndElement();
    }

    private void WriteInputs(CommandInfo command)
    {
        foreach (var parameter in command.Parameters.Where(p => p.Uses.Any(u => u.FromPipeline)))
            Element("inputType", () => WriteType(parameter.TypeName, parameter.Description));
    }

    private void WriteOutputs(CommandInfo command)
    {
        foreach (var type in command.OutputTypes)
            Element("returnValue", () => WriteType(type == "System.Void" ? "None" : type, ""));
    }

    private void WriteType(string name, string description)
    {
        Section("type", Dev, () => xml.WriteElementString("name", Maml, name));
        Paragraphs("description", description.Length > 0 ? [description] : []);
    }

    private void WriteExamples(HelpPage page)
    {
        foreach (var example in page.Examples)
        {
            Element("example", () =>
            {
                xml.WriteElementString("title", Maml, example.Title);
                xml.WriteElementString("code", Dev, example.Code);
                // The last one keeps the next title off.
                Section("remarks", Dev, () => WriteParagraphs([.. example.Remarks, ""]));
            });
        }
    }

    private void WriteLinks(HelpPage page)
    {
        foreach (var link in page.Links)
        {
            Section("navigationLink", () =>
            {
                xml.WriteElementString("linkText", Maml, link.Text);
                xml.WriteElementString("uri", Maml, link.Url.Contains("://", StringComparison.Ordinal) ? link.Url : "");
            });
        }
    }

    private void Paragraphs(string name, IEnumerable<string> paragraphs) => Section(name, () => WriteParagraphs(paragraphs));

    private void WriteParagraphs(IEnumerable<string> paragraphs)
    {
        foreach (var paragraph in paragraphs)
            xml.WriteElementString("para", Maml, paragraph);
    }

    private void Element(string name, Action content) => Section(name, Command, content);

    private void Section(string name, Action content) => Section(name, Maml, content);

    private void Section(string name, string space, Action content)
    {
        xml.WriteStartElement(name, space);
        content();
        xml.WriteEndElement();
    }
}
