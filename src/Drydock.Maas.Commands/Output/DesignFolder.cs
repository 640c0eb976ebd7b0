using System.Management.Automation;
using Drydock.Maas.Design;
using Drydock.Maas.Design.Export;

namespace Drydock.Maas.Commands.Output;

/// <summary>The files of a design that a command made, and the folder that they are written to.</summary>
/// <param name="files">The files.</param>
internal sealed class DesignFolder(IReadOnlyList<AuthoredFile> files)
{
    /// <summary>The design that the files give when they are read.</summary>
    /// <param name="path">The folder that they are written to; null where they stay in memory.</param>
    /// <param name="token">Ends the reading.</param>
    public SiteDesign Read(string? path, CancellationToken token) => DesignReader.Read(
        [.. files.Select(f => DesignSource.FromText(path is null ? f.Name : Path.Combine(path, f.Name), f.Text))], null, token);

    /// <summary>The error where a file of somebody else's is in the way; null where none is.</summary>
    /// <param name="path">The folder.</param>
    public ErrorRecord? FindObstacle(string path)
    {
        if (File.Exists(path))
            return ErrorRecords.InvalidArgument(ErrorIds.NotAFolder, $"{path} is a file; a design is written to a folder, a file for each kind of document.", path);
        var present = files.Where(f => Path.Combine(path, f.Name) is var file && File.Exists(file) && File.ReadAllText(file) != f.Text).Select(f => f.Name).ToList();
        return present.Count == 0 ? null : ErrorRecords.InvalidArgument(
            ErrorIds.FileExists, $"{string.Join(", ", present)} {(present.Count == 1 ? "is" : "are")} in {path} already, and nothing was written. Give another folder, or -Overwrite to overwrite.", path);
    }

    /// <summary>Writes them, each whole or not at all; passwords for their owner's eyes.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="shouldWrite">Whether a file is to be written.</param>
    public void Write(string path, Func<string, bool> shouldWrite)
    {
        foreach (var file in files)
        {
            var target = Path.Combine(path, file.Name);
            if (!shouldWrite(target))
                continue;
            if (file.IsSecret)
                WholeFile.WritePrivate(target, file.Text);
            else
                WholeFile.Write(target, file.Text);
        }
    }

    /// <summary>Other documents in the folder, which are read with these.</summary>
    /// <param name="path">The folder.</param>
    public IReadOnlyList<string> FindOthers(string path) => !Directory.Exists(path) ? [] :
    [
        .. Directory.EnumerateFiles(path, "*.y*ml", SearchOption.AllDirectories).Where(f => Path.GetExtension(f) is ".yaml" or ".yml")
            .Select(f => Path.GetRelativePath(path, f)).Except(files.Select(f => f.Name)).Order(StringComparer.Ordinal),
    ];
}
