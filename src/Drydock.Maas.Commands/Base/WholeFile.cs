namespace Drydock.Maas.Commands.Base;

/// <summary>Files that are there whole or not at all.</summary>
internal static class WholeFile
{
    /// <summary>Writes beside the file, then puts it in its place. A file that is as wanted is not touched.</summary>
    public static FileInfo Write(string path, string text)
    {
        if (File.Exists(path) && File.ReadAllText(path) == text)
            return new(path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllText(draft, text);
            File.Move(draft, path, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }

        return new(path);
    }
}
