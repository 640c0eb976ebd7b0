using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Drydock.Maas.Api;
using Drydock.Maas.Design;

namespace Drydock.Maas.Provisioning.Site.Access;

/// <summary>The settings of a package repository as MAAS has them: it is told what to leave out, where a design tells what to take.</summary>
internal static class RepositorySettings
{
    private static readonly string[] DefaultArchives = ["main_archive", "ports_archive"];
    private static readonly string[] Pockets = ["security", "updates", "backports"];
    private static readonly string[] Components = ["restricted", "universe", "multiverse"];

    /// <summary>Whether it is one of the two that MAAS always has.</summary>
    public static bool IsDefaultArchive(string name) => DefaultArchives.Contains(name);

    /// <summary>Reads them from the design.</summary>
    public static PackageRepositoryRequest Read(RepositoryDefinition repository)
    {
        var isDefault = IsDefaultArchive(repository.Name);
        var components = repository.Components ?? [];
        return new()
        {
            Name = repository.Name,
            Url = repository.FullUrl,
            Distributions = repository.Distributions,
            DisabledPockets = repository.RepositoryType == "rpm" ? [] : [.. Pockets.Except(repository.Subrepositories ?? [])],
            // The component main cannot be left out; no components named means all of them.
            DisabledComponents = !isDefault ? null : components.Count == 0 ? [] : [.. Components.Except(components)],
            Components = isDefault ? null : components,
            // None named means those that MAAS takes by itself.
            Arches = repository.Architectures.Count == 0 ? null : repository.Architectures,
            Key = ReadKey(repository.GpgKey),
            Enabled = true,
        };
    }

    /// <summary>A signing key as MAAS keeps it.</summary>
    public static string ReadKey(string? key) => (key ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Trim();

    /// <summary>A signing key in few characters, so that two can be told apart in a plan.</summary>
    public static string ShowKey(string? key)
    {
        var text = ReadKey(key);
        var digest = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
        return text.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{text.Split('\n').Length} lines, SHA-256 {digest}");
    }
}
