using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.Resources.Networks;

/// <summary>The ways to boot from the network that a subnet may not offer.</summary>
internal static class BootArchitectures
{
    /// <summary>By name, with the octets by which DHCP clients tell theirs; null for none.</summary>
    private static readonly Dictionary<string, string?> Octets = new(StringComparer.Ordinal)
    {
        ["ipxe"] = null,
        ["open-firmware_ppc64el"] = "00:0C",
        ["powernv"] = "00:0E",
        ["pxe"] = "00:00",
        ["s390x"] = "00:1F",
        ["s390x_partition"] = "00:20",
        ["uefi_amd64_http"] = "00:10",
        ["uefi_amd64_tftp"] = "00:07",
        ["uefi_arm64_http"] = "00:13",
        ["uefi_arm64_tftp"] = "00:0B",
        ["uefi_ebc_tftp"] = "00:09",
    };

    /// <summary>
    /// The names a form asks for. What it does not mention loses all but the last: MAAS fills the form with the list, and reads one value of it.
    /// </summary>
    public static List<string> Read(ParameterSet form, FieldErrors errors, List<string> current)
    {
        const string Field = "disabled_boot_architectures";
        var text = form.EmptyLists.Contains(Field) ? "" : form.Get(Field) ?? current.LastOrDefault() ?? "";
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var asked in text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            if (GetName(asked) is { } name)
                names.Add(name);
            else
                errors.Add(Field, $"Unknown boot architecture {asked}");
        }

        return [.. names];
    }

    private static string? GetName(string text)
    {
        if (Octets.ContainsKey(text))
            return text;
        var octets = text.Replace("0x", "00:", StringComparison.Ordinal);
        return Octets.FirstOrDefault(method => method.Value == octets).Key;
    }
}
