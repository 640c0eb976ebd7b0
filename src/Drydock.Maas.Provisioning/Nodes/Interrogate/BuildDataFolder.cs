using Drydock.Maas.Models;
using Drydock.Maas.Security;

namespace Drydock.Maas.Provisioning.Nodes.Interrogate;

/// <summary>
/// Keeps build data in files, one folder for each node and one file for each generator; a file is there whole or not at all, and
/// readable by its owner only, since scripts print what they like.
/// </summary>
/// <param name="path">The folder; made when it is not there.</param>
public sealed class BuildDataFolder(string path)
{
    /// <summary>Writes the data; what was there of the same node and generator is replaced.</summary>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public async Task SaveAsync(IEnumerable<BuildData> data, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(data);
        foreach (var item in data)
        {
            var folder = Directory.CreateDirectory(Path.Combine(path, Safe(item.NodeName))).FullName;
            var file = Path.Combine(folder, Safe(item.Generator) + Extension(item));
            await PrivateFile.ReplaceAsync(file, item.DataElement, token).ConfigureAwait(false);
        }
    }

    private static string Extension(BuildData data) => data.DataFormat.EndsWith("xml", StringComparison.Ordinal) ? ".xml" : ".txt";

    /// <summary>Names of scripts are the site's; none may lead out of the folder.</summary>
    private static string Safe(string name)
    {
        var safe = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '-'));
        return safe.Trim('.') is { Length: > 0 } trimmed ? trimmed : "-";
    }
}
