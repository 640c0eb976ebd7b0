using System.Runtime.CompilerServices;

namespace Drydock.Maas.Design.Tests.Support;

/// <summary>Files of the folder Fixtures.</summary>
internal static class FixtureFile
{
    public static string Read(string name, [CallerFilePath] string here = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "..", "Fixtures", name)).ReplaceLineEndings("\n");
}
