using System.Text.Json;

namespace Drydock.Maas.Pester;

/// <summary>One Pester test and its result: Passed, Failed, Skipped, Inconclusive or NotRun.</summary>
public sealed record PesterResult(string File, string Name, string Result, string Message)
{
    public override string ToString() => $"{File}: {Name}";
}

/// <summary>The results of one process, with the versions that ran it.</summary>
public sealed record PesterReport(string Pester, string PowerShell, IReadOnlyList<PesterResult> Results)
{
    public static PesterReport Read(string file) => JsonSerializer.Deserialize<PesterReport>(System.IO.File.ReadAllText(file))!;
}
