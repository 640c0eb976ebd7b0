namespace Drydock.Maas.Commands.Loading;

/// <summary>The folders of the module, and the files that belong into each.</summary>
internal sealed class ModuleLayout(string bin)
{
    private static readonly string[] Public = ["Drydock.Maas.Commands.dll", "Drydock.Maas.Abstractions.dll"];

    private static readonly string[] Required =
    [
        "Drydock.Maas.Client.dll", "Drydock.Maas.Design.dll", "Drydock.Maas.Provisioning.dll", "Drydock.Maas.Simulator.dll",
    ];

    /// <summary>The folder of everything that is loaded apart.</summary>
    public string Dependencies { get; } = Path.Combine(bin, "dependencies");

    /// <summary>Throws when isolation would be lost without a sign: a library beside the root module, or one that is missing.</summary>
    public void Verify()
    {
        var strangers = Directory.EnumerateFiles(bin, "*.dll")
            .Select(f => Path.GetFileName(f))
            .Except(Public, StringComparer.OrdinalIgnoreCase)
            .ToList();
        if (strangers.Count > 0)
            throw new ModuleLayoutException(
                $"{string.Join(", ", strangers)} must lie in {Dependencies}, not in {bin}. Install the module again.");
        var missing = Required.Where(f => !File.Exists(Path.Combine(Dependencies, f))).ToList();
        if (missing.Count > 0)
            throw new ModuleLayoutException(
                $"{string.Join(", ", missing)} should lie in {Dependencies} and does not. Install the module again.");
    }
}
