namespace Drydock.Maas.Values;

/// <summary>Ubuntu's releases by series and version: MAAS 3.6 and later take the one for the other, older ones know the series alone.</summary>
internal static class UbuntuReleases
{
    /// <summary>The operating system's name in MAAS.</summary>
    public const string Os = "ubuntu";

    /// <summary>Those whose images MAAS may hold, oldest first.</summary>
    public static IReadOnlyList<(string Series, string Version)> All { get; } =
    [
        ("trusty", "14.04"), ("xenial", "16.04"), ("bionic", "18.04"), ("focal", "20.04"), ("jammy", "22.04"), ("kinetic", "22.10"),
        ("lunar", "23.04"), ("mantic", "23.10"), ("noble", "24.04"), ("oracular", "24.10"), ("plucky", "25.04"), ("questing", "25.10"),
        ("resolute", "26.04"),
    ];

    /// <summary>The series of a version, be it with the operating system in front; null for what is none that is known.</summary>
    public static string? FindSeries(string? image) => Find(r => r.Version == WithoutOs(image)).Series;

    /// <summary>The version that an image's name means, by series or version; null for what is none that is known.</summary>
    public static string? FindVersion(string? image) => Find(r => r.Series == WithoutOs(image) || r.Version == WithoutOs(image)).Version;

    /// <summary>Whether a text names a kernel of a release, as ga-22.04 or hwe-22.04-edge, and no platform.</summary>
    public static bool IsKernel(string text) => text.Split('-') is var parts && (parts.Contains("hwe") || parts.Contains("ga"));

    private static (string? Series, string? Version) Find(Func<(string Series, string Version), bool> isMeant) => All.FirstOrDefault(isMeant);

    private static string? WithoutOs(string? image) =>
        image?.StartsWith($"{Os}/", StringComparison.Ordinal) == true ? image[(Os.Length + 1)..] : image;
}
