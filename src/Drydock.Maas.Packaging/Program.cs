using System.Globalization;
using Drydock.Maas.Packaging;

if (args is not [var moduleFolder, var outputFolder])
{
    Console.Error.WriteLine("Drydock.Maas.Packaging <module folder> <output folder>");
    return 2;
}

var files = Directory.EnumerateFiles(moduleFolder, "*", SearchOption.AllDirectories)
    .Select(file => new ArchiveEntry(Path.GetRelativePath(moduleFolder, file).Replace(Path.DirectorySeparatorChar, '/'), File.ReadAllBytes(file)))
    .ToList();
if (Directory.EnumerateFiles(moduleFolder, "*.psd1").FirstOrDefault() is not { } manifestFile)
{
    Console.Error.WriteLine($"{moduleFolder} holds no module: there is no manifest in it. Build the module first.");
    return 1;
}

try
{
    var manifest = ModuleManifest.Read(manifestFile);
    Directory.CreateDirectory(outputFolder);
    Write("nupkg", NuGetPackage.Entries(manifest, files));
    // As it lies in a folder of $env:PSModulePath.
    Write("zip", files.Select(file => file with { Path = $"{manifest.Name}/{manifest.ModuleVersion}/{file.Path}" }));

    void Write(string extension, IEnumerable<ArchiveEntry> entries)
    {
        var path = Path.Combine(outputFolder, string.Create(CultureInfo.InvariantCulture, $"{manifest.Name}.{manifest.PackageVersion}.{extension}"));
        ReproducibleArchive.Write(path, entries);
        Console.WriteLine($"{manifest.Name} -> {path}");
    }
}
catch (InvalidDataException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}

return 0;
