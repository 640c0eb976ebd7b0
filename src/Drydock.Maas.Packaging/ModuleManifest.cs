using System.Collections;
using System.Management.Automation.Language;

namespace Drydock.Maas.Packaging;

/// <summary>A module manifest (.psd1), as far as a package repository shows it.</summary>
internal sealed class ModuleManifest
{
    private readonly string _file;
    private readonly Hashtable _values;
    private readonly Hashtable _data;

    private ModuleManifest(string file, Hashtable values)
    {
        (_file, _values) = (file, values);
        _data = (values["PrivateData"] as Hashtable)?["PSData"] as Hashtable ?? [];
    }

    public string Name => Path.GetFileNameWithoutExtension(_file);

    /// <summary>The version of the module's folder.</summary>
    public string ModuleVersion => Required("ModuleVersion");

    /// <summary>The version a repository goes by, with the prerelease label.</summary>
    public string PackageVersion => Data("Prerelease") is { Length: > 0 } label ? $"{ModuleVersion}-{label}" : ModuleVersion;

    public IReadOnlyList<string> Tags => Texts(_data, "Tags");

    public IReadOnlyList<string> Cmdlets => Texts(_values, "CmdletsToExport");

    /// <summary>Names of modules that have to be installed with it, with the lowest version where one is named.</summary>
    public IReadOnlyList<(string Name, string? Version)> RequiredModules => [.. Items(_values, "RequiredModules").Select(module => module switch
    {
        Hashtable table => (table["ModuleName"]!.ToString()!, table["ModuleVersion"]?.ToString()),
        _ => (module.ToString()!, null),
    })];

    public static ModuleManifest Read(string file)
    {
        var syntax = Parser.ParseFile(file, out _, out var errors);
        if (errors is [var error, ..])
            throw new InvalidDataException($"{file}({error.Extent.StartLineNumber}): {error.Message}");
        var table = (HashtableAst?)syntax.Find(node => node is HashtableAst, searchNestedScriptBlocks: false)
            ?? throw new InvalidDataException($"{file} holds no hash table.");
        return new(file, (Hashtable)table.SafeGetValue());
    }

    /// <summary>A value every package has to have.</summary>
    public string Required(string name) =>
        _values[name]?.ToString() ?? throw new InvalidDataException($"{_file} says no {name}: a repository would refuse the package.");

    /// <summary>A value of PrivateData.PSData; null where the manifest has none.</summary>
    public string? Data(string name) => _data[name]?.ToString();

    private static IReadOnlyList<string> Texts(Hashtable table, string name) => [.. Items(table, name).Select(item => item.ToString()!)];

    private static object[] Items(Hashtable table, string name) => table[name] switch
    {
        null => [],
        object[] items => items,
        var item => [item],
    };
}
