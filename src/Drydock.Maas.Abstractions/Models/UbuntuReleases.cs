namespace Drydock.Maas.Models;

/// <summary>Ubuntu's releases by series and version: MAAS 3.6 and later take the one for the other, older ones know the series alone.</summary>
internal static class UbuntuReleases
{
    /// <summary>The operating system's name in MAAS.</summary>
    public const string Os = "ubuntu";

    private static readonly (string Series, string Version)[] All =
    [
        ("trusty", "14.04"), ("xenial", "16.04"), ("bionic", "18.04"), ("focal", "20.04"), ("jammy", "22.04"), ("noble", "24.04"),
    ];

    /// <summary>The series of a version, be it with the operating system in front; null for what is none that is known.</summary>
    public static string? SeriesOf(string? image) => Find(r => r.Version == Bare(image)).Series;

    /// <summary>The version that an image's name means, by series or version; null for what is none that is known.</summary>
    public static string? VersionOf(string? image) => Find(r => r.Series == Bare(image) || r.Version == Bare(image)).Version;

    private static (string? Series, string? Version) Find(Predicate<(string Series, string Version)> isMeant) => Array.Find(All, isMeant);

    private static string? Bare(string? image) => image?.StartsWith($"{Os}/", StringComparison.Ordinal) == true ? image[(Os.Length + 1)..] : image;
}
