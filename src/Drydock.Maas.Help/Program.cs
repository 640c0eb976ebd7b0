using System.Text;
using System.Xml;
using Drydock.Maas.Help;

if (args.Length != 4)
{
    Console.Error.WriteLine(
        "usage: Drydock.Maas.Help <Drydock.Maas.Commands.dll> <file with a reference a line> <folder of pages> <help file to write>");
    return 2;
}

try
{
    var (assembly, references, pages, output) = (args[0], await File.ReadAllLinesAsync(args[1]), args[2], args[3]);
    var comments = CommentReader.Read(Path.ChangeExtension(assembly, ".xml"));
    var commands = CommandReader.Read(assembly, references, comments);
    var content = commands.Select(command => (command, HelpPage.Read(Path.Combine(pages, command.Name + ".md"))));

    Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(output))!);
    using var writer = XmlWriter.Create(output, new() { Indent = true, Encoding = new UTF8Encoding(false), NewLineChars = "\n" });
    MamlWriter.Write(writer, content);
    return 0;
}
catch (HelpException e)
{
    // The form that build servers and editors recognise.
    Console.Error.WriteLine($"{e.File} : error HELP001: {e.Message}");
    return 1;
}
