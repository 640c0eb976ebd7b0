using System.Runtime.InteropServices;
using System.Text;

namespace Drydock.Maas.Design;

/// <summary>Tells files from pipes, sockets and devices, which may have nobody at their other end, and no end.</summary>
internal static class RegularFile
{
    private const int TypeBits = 0xF000;
    private const int Regular = 0x8000;
    private const int ModeOffset = sizeof(int);
    private const int StatusSize = 512;

    /// <summary>Whether what is at the path is a file with an end; what is not there counts as one.</summary>
    public static bool Is(string path)
    {
        if (OperatingSystem.IsWindows())
            return true;
        try
        {
            var status = new byte[StatusSize];
            return Stat(Encoding.UTF8.GetBytes(path + '\0'), status) != 0
                || (BitConverter.ToInt32(status, ModeOffset) & TypeBits) == Regular;
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            return true;
        }
    }

    // The runtime's own stat, with one layout on every Unix; no managed member tells the type of a file.
    [DllImport("libSystem.Native", EntryPoint = "SystemNative_Stat")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Stat(byte[] path, [Out] byte[] status);
}
