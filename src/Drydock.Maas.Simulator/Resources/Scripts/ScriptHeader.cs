using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Drydock.Maas.Simulator.Resources.Scripts;

/// <summary>The metadata in the comments at the head of a script, and what is wrong with them.</summary>
/// <param name="Problems">MAAS's words; none for a script without mistakes.</param>
/// <param name="Members">What the metadata say; null where there are none.</param>
internal sealed partial record ScriptHeader(IReadOnlyList<string> Problems, JsonObject? Members)
{
    public static ScriptHeader Read(string script)
    {
        var lines = script.Split(["\r\n", "\n", "\r"], StringSplitOptions.None);
        var problems = new List<string>();
        if (script.Length > 0 && !lines[0].StartsWith("#!/", StringComparison.Ordinal))
            problems.Add("Must start with shebang.");
        var yaml = new List<string>();
        var inside = false;
        foreach (var line in lines.Skip(1))
        {
            if (Edge().Match(line) is { Success: true } edge)
            {
                if (inside && edge.Groups["version"].Value == "1.0")
                    break;
                inside |= edge.Groups["version"].Value == "1.0";
            }
            else if (inside && line.Trim().Length > 0)
            {
                if (!line.Contains('#', StringComparison.Ordinal))
                    return new([.. problems, "Missing \"#\" on YAML line."], null);
                yaml.Add(line[(line.IndexOf('#', StringComparison.Ordinal) + 1)..]);
            }
        }

        try
        {
            return new(problems, MetadataYaml.Parse(string.Join('\n', yaml)) as JsonObject);
        }
        catch (FormatException exception)
        {
            return new([.. problems, "Invalid YAML: " + exception.Message], null);
        }
    }

    [GeneratedRegex("\\s*#\\s*-+\\s*(Start|End) MAAS (?<version>[0-9]+\\.[0-9]+) script metadata\\s+-+", RegexOptions.IgnoreCase)]
    private static partial Regex Edge();
}
