namespace Drydock.Maas.Security;

/// <summary>
/// A file beside the one that it is to replace, so that this one is there whole or not at all. It is removed again unless it was put in place.
/// </summary>
/// <param name="path">The path of the file to replace; its folder is made.</param>
/// <param name="isPrivate">Whether nobody but its owner may read it.</param>
internal sealed class FileDraft(string path, bool isPrivate) : IDisposable
{
    private readonly string _draft = $"{path}.{Guid.NewGuid():N}.tmp";

    public FileStream Create()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        return isPrivate
            ? PrivateFile.Open(_draft, FileMode.CreateNew, FileAccess.Write, FileShare.None)
            : new FileStream(_draft, FileMode.CreateNew, FileAccess.Write, FileShare.None);
    }

    public void PutInPlace() => File.Move(_draft, path, overwrite: true);

    public void Dispose() => File.Delete(_draft);
}
