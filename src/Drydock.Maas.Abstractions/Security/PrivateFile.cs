using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Principal;
using System.Text;

namespace Drydock.Maas.Security;

/// <summary>Files that nobody but their owner can read, from the moment they are there.</summary>
public static class PrivateFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Opens a file; when it is made, it is its owner's alone. One that is there keeps its mode.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="mode">Whether it may or must be there.</param>
    /// <param name="access">Reading, writing or both.</param>
    /// <param name="share">What others may do with it meanwhile.</param>
    /// <param name="options">Further options.</param>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static FileStream Open(string path, FileMode mode, FileAccess access, FileShare share, FileOptions options = FileOptions.None)
    {
        if (OperatingSystem.IsWindows())
            return OpenOnWindows(path, mode, access, share, options);
        var settings = new FileStreamOptions
        {
            Mode = mode,
            Access = access,
            Share = share,
            Options = options,
            UnixCreateMode = OwnerOnly,
        };
        return new FileStream(path, settings);
    }

    /// <summary>Writes beside the file, then puts it in its place: it is there whole or not at all, its folder is made.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Replace(string path, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        using var draft = new FileDraft(path, isPrivate: true);
        using (var file = draft.Create())
            write(file);
        draft.PutInPlace();
    }

    /// <summary>Writes a text beside the file, then puts it in its place.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="text">The content, written as UTF-8.</param>
    /// <param name="token">Ends the writing; the file is then as it was.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static async Task ReplaceAsync(string path, string text, CancellationToken token)
    {
        using var draft = new FileDraft(path, isPrivate: true);
        var file = draft.Create();
        await using (file.ConfigureAwait(false))
            await file.WriteAsync(Encoding.UTF8.GetBytes(text), token).ConfigureAwait(false);
        draft.PutInPlace();
    }

    /// <summary>Whether others than its owner can read the file, as far as its mode tells.</summary>
    /// <param name="path">The file's path.</param>
    public static bool IsOpenToOthers(string path) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~OwnerOnly) != 0;

    [SupportedOSPlatform("windows")]
    private static FileStream OpenOnWindows(string path, FileMode mode, FileAccess access, FileShare share, FileOptions options)
    {
        const int BufferSize = 4096;
        if (File.Exists(path))
            return new FileStream(path, mode, access, share, BufferSize, options);
        using var user = WindowsIdentity.GetCurrent();
        var security = new FileSecurity();
        security.SetAccessRuleProtection(isProtected: true, preserveInheritance: false);
        security.AddAccessRule(new FileSystemAccessRule(user.User!, FileSystemRights.FullControl, AccessControlType.Allow));
        var rights = FileSystemRights.Synchronize
            | (access.HasFlag(FileAccess.Read) ? FileSystemRights.Read : 0)
            | (access.HasFlag(FileAccess.Write) ? FileSystemRights.Write : 0);
        if (options.HasFlag(FileOptions.DeleteOnClose))
            rights |= FileSystemRights.Delete;
        return new FileInfo(path).Create(mode, rights, share, BufferSize, options, security);
    }
}
