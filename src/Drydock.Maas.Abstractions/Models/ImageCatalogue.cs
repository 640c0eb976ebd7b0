namespace Drydock.Maas.Models;

/// <summary>The images that MAAS offers, found by any name that a design may give them: jammy, ubuntu/jammy, 22.04, rocky9, custom/rocky9.</summary>
internal sealed class ImageCatalogue
{
    private readonly IReadOnlyList<OsImage> _images;

    /// <summary>Makes a catalogue of what boot-resources/ lists.</summary>
    public ImageCatalogue(IReadOnlyList<BootResource> resources)
    {
        Resources = resources;
        _images = OsImage.From(resources);
    }

    /// <summary>What MAAS lists.</summary>
    public IReadOnlyList<BootResource> Resources { get; }

    /// <summary>The names of all images, without their operating system; boot loaders are none.</summary>
    public IReadOnlyList<string> Names => Sorted(_images.Where(i => !IsBootLoader(i)).Select(i => i.Release));

    /// <summary>Uploaded images among these of which the list does not say whether MAAS holds them whole.</summary>
    public IReadOnlyList<BootResource> FindUnconfirmed(IEnumerable<string> images) =>
    [
        .. images.Distinct(StringComparer.Ordinal).Select(Find).OfType<OsImage>().SelectMany(i => i.Resources)
            .Where(r => OsImage.IsUploaded(r) && r.Sets is null).DistinctBy(r => r.Id),
    ];

    /// <summary>The image of a name; null where MAAS does not have it.</summary>
    public OsImage? Find(string name) =>
        _images.FirstOrDefault(i => i.Name == name)
        ?? _images.FirstOrDefault(i => i.Release == name)
        ?? _images.FirstOrDefault(i => i.Os == UbuntuReleases.Os && IsVersion(i, name));

    /// <summary>The full name of an image; of one that MAAS does not have that by which boot sources have Ubuntu's.</summary>
    public string GetFullName(string name) => Find(name)?.Name
        ?? (UbuntuReleases.FindSeries(name) is { } series ? $"{UbuntuReleases.Os}/{series}"
            : name.Contains('/', StringComparison.Ordinal) ? name
            : $"{UbuntuReleases.Os}/{name}");

    /// <summary>Whether an image is one of the site's own, which somebody has to upload: no boot source has it.</summary>
    public bool IsOfTheSite(string name) => name.StartsWith($"{OsImage.Custom}/", StringComparison.Ordinal) || Find(name)?.IsOfTheSite == true;

    /// <summary>Why an image cannot be deployed with a kernel; null when it can.</summary>
    /// <param name="name">The image.</param>
    /// <param name="kernel">The kernel; null or empty for MAAS's choice.</param>
    /// <param name="architecture">The machine's architecture, for example amd64; empty where it is not known.</param>
    public ImageFault? FindFault(string name, string? kernel, string architecture)
    {
        if (Find(name) is not { } image)
            return new(ImageFaultKind.NotOffered, Names);
        if (!image.For(architecture).Any())
            return new(ImageFaultKind.OtherArchitecture, Sorted(image.Architectures));
        if (!image.IsCompleteFor(architecture))
            return new(ImageFaultKind.NotComplete, []);
        return string.IsNullOrEmpty(kernel) || OffersKernel(image, kernel, architecture)
            ? null
            : new(ImageFaultKind.KernelNotOffered, Sorted(Kernels(image, architecture)));
    }

    private bool OffersKernel(OsImage image, string kernel, string architecture) =>
        Kernels(image, architecture).Contains(kernel) || (!image.HasKernels && !UbuntuReleases.IsKernel(kernel));

    /// <summary>The kernels to choose from: the image's own or, of one without, those of the Ubuntu images that may install it.</summary>
    private IEnumerable<string> Kernels(OsImage image, string architecture)
    {
        if (image.HasKernels)
            return image.KernelsFor(architecture);
        var installer = image.Resources.Select(r => r.BaseImage).FirstOrDefault(b => !string.IsNullOrEmpty(b));
        return installer is not null && Find(installer) is { HasKernels: true } known
            ? known.KernelsFor(architecture)
            : _images.Where(i => i.Os == UbuntuReleases.Os).SelectMany(i => i.KernelsFor(architecture));
    }

    /// <summary>Whether a name is the version of an Ubuntu image; its kernels tell that of one that is not known here.</summary>
    private static bool IsVersion(OsImage image, string name)
    {
        var version = name.StartsWith($"{UbuntuReleases.Os}/", StringComparison.Ordinal) ? name[(UbuntuReleases.Os.Length + 1)..] : name;
        return UbuntuReleases.FindSeries(version) is { } series ? image.Release == series : image.KernelsFor("").Contains($"ga-{version}");
    }

    private static bool IsBootLoader(OsImage image) =>
        image.Os.StartsWith("grub", StringComparison.Ordinal) || image.Os is "pxelinux" or "open-firmware";

    private static IReadOnlyList<string> Sorted(IEnumerable<string> names) => [.. names.Distinct().Order(StringComparer.Ordinal)];
}

/// <summary>The reason why an image or kernel cannot be deployed.</summary>
/// <param name="Kind">The kind of reason.</param>
/// <param name="Offered">What MAAS offers instead.</param>
internal sealed record ImageFault(ImageFaultKind Kind, IReadOnlyList<string> Offered);

/// <summary>The kinds of reasons why an image or kernel cannot be deployed.</summary>
internal enum ImageFaultKind
{
    /// <summary>MAAS has no such image.</summary>
    NotOffered,

    /// <summary>MAAS has it for other architectures only.</summary>
    OtherArchitecture,

    /// <summary>It was uploaded, and MAAS does not hold it whole.</summary>
    NotComplete,

    /// <summary>It has no such kernel, or its installer has none.</summary>
    KernelNotOffered,
}
