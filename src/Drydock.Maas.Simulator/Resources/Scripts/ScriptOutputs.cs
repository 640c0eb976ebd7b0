using System.Formats.Tar;
using System.Globalization;
using System.Text;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Scripts;

/// <summary><c>op=download</c> of script results: one output as it is, several under headings or in an archive.</summary>
internal static class ScriptOutputs
{
    private const int LineLength = 80;

    private static readonly string[] Streams = ["stdout", "stderr", "result"];

    private static readonly string[] Endings = [".out", ".err", ".yaml"];

    public static ApiResponse Answer(ParameterSet query, SimulatedMachine machine, SimulatedScriptSet set, IEnumerable<SimulatedScript> scripts)
    {
        var (output, type) = (query.Get("output") ?? "combined", query.Get("filetype") ?? "txt");
        var files = new Dictionary<string, (string Text, DateTimeOffset Time)>(StringComparer.Ordinal);
        foreach (var script in scripts)
            Add(files, script, output, isText: type == "txt");
        return type switch
        {
            "txt" => new(200, "application/binary") { Body = Encoding.UTF8.GetBytes(Join(files)) },
            "tar.xz" => new(200, "application/x-tar") { Body = Pack(files, machine, set) },
            _ => ApiResponse.Text(400, $"Unknown filetype \"{type}\" must be txt or tar.xz"),
        };
    }

    private static void Add(Dictionary<string, (string Text, DateTimeOffset Time)> files, SimulatedScript script, string output, bool isText)
    {
        var place = script.Parameters["storage"]?["value"]?["name"] is { } disk ? (isText ? " - /dev/" : "-") + disk : "";
        var time = script.Updated ?? script.Ended ?? DateTimeOffset.UnixEpoch;
        var combined = ScriptSetJson.GetOutput(script);
        if (output is "combined" or "all")
            files[script.Name + place] = (combined, time);
        for (var i = 0; i < Streams.Length; i++)
        {
            // Simulated scripts print to one stream only.
            if (output == Streams[i] || output == "all")
                files[script.Name + Endings[i] + place] = (i == 0 ? combined : "", time);
        }
    }

    private static string Join(Dictionary<string, (string Text, DateTimeOffset Time)> files)
    {
        if (files.Count == 1)
            return files.Values.First().Text;
        var text = new StringBuilder();
        foreach (var (title, content) in files)
        {
            var dashes = new string('-', Math.Max(0, (LineLength - 2 - title.Length) / 2));
            text.Append(CultureInfo.InvariantCulture, $"{dashes} {title} {dashes}\n{content.Text}\n");
        }

        return text.ToString();
    }

    private static byte[] Pack(Dictionary<string, (string Text, DateTimeOffset Time)> files, SimulatedMachine machine, SimulatedScriptSet set)
    {
        var folder = string.Create(CultureInfo.InvariantCulture, $"{machine.Hostname}-{ScriptSetJson.TypeNames[set.Type].ToLowerInvariant()}-{set.Id}");
        using var packed = new MemoryStream();
        using (var archive = new TarWriter(packed, TarEntryFormat.Gnu, leaveOpen: true))
        {
            foreach (var (title, (text, time)) in files)
            {
                using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
                archive.WriteEntry(new GnuTarEntry(TarEntryType.RegularFile, $"{folder}/{title.Split('/')[^1]}")
                {
                    DataStream = content, ModificationTime = time, Mode = (UnixFileMode)420,
                });
            }
        }

        return XzStream.Wrap(packed.ToArray());
    }
}
