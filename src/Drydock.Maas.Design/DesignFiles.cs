using Drydock.Maas.Design.Airship;

namespace Drydock.Maas.Design;

/// <summary>Finds the files a path stands for.</summary>
public static class DesignFiles
{
    /// <summary>The file itself, or all *.yaml and *.yml files below a folder, in ordinal order.</summary>
    /// <param name="path">A file or folder.</param>
    /// <param name="token">Ends the search.</param>
    /// <exception cref="DesignException">FileNotFound: there is neither, or the folder holds none.</exception>
    public static IReadOnlyList<string> Expand(string path, CancellationToken token)
    {
        if (File.Exists(path))
            return [path];
        if (!Directory.Exists(path))
            throw Problem($"There is no file or folder {path}.", path);
        var files = FolderFiles.Find(path, token)
            .Where(f => Path.GetExtension(f) is ".yaml" or ".yml")
            .Order(StringComparer.Ordinal)
            .ToList();
        return files.Count > 0 ? files : throw Problem($"There is no .yaml or .yml file below {path}.", path);
    }

    private static DesignException Problem(string message, string path) =>
        new(new DesignProblem { ErrorId = ErrorIds.FileNotFound, Message = message, Document = path });
}
