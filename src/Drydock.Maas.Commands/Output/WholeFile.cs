using System.Text;
using Drydock.Maas.Security;

namespace Drydock.Maas.Commands.Output;

/// <summary>Files that are there whole or not at all.</summary>
internal static class WholeFile
{
    /// <summary>Writes a file that is its owner's only. One that is so, and as wanted, is not touched.</summary>
    public static FileInfo WritePrivate(string path, string text)
    {
        if (!IsWritten(path, text) || PrivateFile.IsOpenToOthers(path))
            PrivateFile.Replace(path, file => file.Write(Encoding.UTF8.GetBytes(text)));
        return new(path);
    }

    /// <summary>Writes beside the file, then puts it in its place. A file that is as wanted is not touched.</summary>
    public static FileInfo Write(string path, string text)
    {
        if (IsWritten(path, text))
            return new(path);
        using var draft = new FileDraft(path, isPrivate: false);
        using (var file = draft.Create())
            file.Write(Encoding.UTF8.GetBytes(text));
        draft.PutInPlace();
        return new(path);
    }

    private static bool IsWritten(string path, string text) => File.Exists(path) && File.ReadAllText(path) == text;
}
