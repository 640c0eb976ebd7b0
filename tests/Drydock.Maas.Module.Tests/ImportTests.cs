using Drydock.Maas.Module.Tests.Hosting;

namespace Drydock.Maas.Module.Tests;

/// <summary>Importing and removing the module's folder.</summary>
public sealed class ImportTests
{
    [Fact]
    public void The_manifest_names_exactly_what_is_exported()
    {
        using var runspace = new ModuleRunspace();
        var exported = runspace.Run("(Get-Command -Module Drydock.Maas).Name");
        var named = (object[])(
            (System.Collections.Hashtable)runspace.Run(File.ReadAllText(BuiltModule.Manifest)).Output[0].BaseObject)["CmdletsToExport"]!;
        Assert.Equal(named.Select(n => $"{n}").Order(StringComparer.Ordinal), exported.Verify().Texts.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void It_can_be_imported_again_removed_and_imported()
    {
        using var runspace = new ModuleRunspace();
        runspace.Run("Import-Module $args[0] -Force; Remove-Module Drydock.Maas; Import-Module $args[0]", BuiltModule.Manifest).Verify();
        Assert.Single(runspace.Run("Import-DrydockDesign $args[0]", BuiltModule.ExampleSite).Verify().Output);
    }

    [Fact]
    public void Nothing_is_left_in_the_session_when_it_is_removed()
    {
        using var runspace = new ModuleRunspace();
        Assert.Empty(runspace.Run("Remove-Module Drydock.Maas; Get-Command *-Maas*, *-Drydock* -CommandType Cmdlet").Output);
    }

    [Fact]
    public void Two_runspaces_have_a_connection_each()
    {
        using var one = new ModuleRunspace();
        using var other = new ModuleRunspace();
        one.Run("($global:maas = Start-MaasSimulator) | Connect-Maas").Verify();
        Assert.Single(one.Run("Get-MaasConnection").Verify().Output);
        Assert.Empty(other.Run("Get-MaasConnection").Verify().Output);
        one.Run("Disconnect-Maas; Stop-MaasSimulator $maas").Verify();
    }

    [Fact]
    public async Task A_library_beside_the_root_module_is_refused()
    {
        var folder = CopyModule();
        File.Move(Path.Combine(folder, "bin", "dependencies", "YamlDotNet.dll"), Path.Combine(folder, "bin", "YamlDotNet.dll"));
        var (exitCode, output) = await PowerShellProcess.RunCommandAsync($"Import-Module '{folder}/Drydock.Maas.psd1' -ErrorAction Stop");
        Directory.Delete(folder, recursive: true);
        Assert.NotEqual(0, exitCode);
        Assert.Contains("YamlDotNet.dll must lie in", output.ReplaceLineEndings(" "));
    }

    [Fact]
    public async Task A_missing_library_is_named()
    {
        var folder = CopyModule();
        File.Delete(Path.Combine(folder, "bin", "dependencies", "Drydock.Maas.Client.dll"));
        var (exitCode, output) = await PowerShellProcess.RunCommandAsync($"Import-Module '{folder}/Drydock.Maas.psd1' -ErrorAction Stop");
        Directory.Delete(folder, recursive: true);
        Assert.NotEqual(0, exitCode);
        Assert.Contains("Drydock.Maas.Client.dll should lie in", output.ReplaceLineEndings(" "));
    }

    private static string CopyModule()
    {
        var target = Directory.CreateTempSubdirectory("drydock-maas-").FullName;
        foreach (var file in Directory.EnumerateFiles(BuiltModule.Folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(BuiltModule.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return target;
    }
}
