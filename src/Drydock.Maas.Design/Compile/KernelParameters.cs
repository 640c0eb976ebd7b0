using System.Globalization;

namespace Drydock.Maas.Design.Compile;

/// <summary>Resolves references to the hardware profile in kernel parameters, and makes the kernel command line.</summary>
internal static class KernelParameters
{
    private const string Reference = "hardwareprofile:";
    private const string DottedReference = "hardwareprofile.";

    /// <summary>Whether a value refers to a hardware profile.</summary>
    public static bool IsReference(string value) =>
        value.StartsWith(Reference, StringComparison.Ordinal) || value.StartsWith(DottedReference, StringComparison.Ordinal);

    /// <summary>
    /// The value a parameter refers to, the value itself when it is no reference, null when nothing answers the reference.
    /// </summary>
    public static string? Resolve(string value, HardwareProfile profile)
    {
        if (!IsReference(value))
            return value;
        return value[Reference.Length..].Split('.') switch
        {
            ["cpuset", var name] => profile.CpuSets.GetValueOrDefault(name),
            ["hugepages", var name, "size"] => profile.Hugepages.GetValueOrDefault(name)?.Size,
            ["hugepages", var name, "count"] => profile.Hugepages.GetValueOrDefault(name)?.Count.ToString(CultureInfo.InvariantCulture),
            _ => null,
        };
    }

    /// <summary>The command line: huge pages first, then the others in order; the value True stands for a bare parameter.</summary>
    public static string Render(IReadOnlyList<KeyValuePair<string, string>> parameters)
    {
        var all = parameters.ToDictionary(StringComparer.Ordinal);
        var parts = new List<string>();
        if (all.TryGetValue("hugepagesz", out var size))
        {
            parts.Add($"hugepagesz={size}");
            if (all.TryGetValue("hugepages", out var count))
                parts.Add($"hugepages={count}");
        }

        parts.AddRange(parameters
            .Where(p => !all.ContainsKey("hugepagesz") || p.Key is not ("hugepagesz" or "hugepages"))
            .Select(p => p.Value == "True" ? p.Key : $"{p.Key}={p.Value}"));
        return string.Join(' ', parts);
    }
}
