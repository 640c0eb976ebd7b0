namespace Drydock.Maas.Models;

/// <summary>
/// An operating system image as deployments name it: a release of an operating system, of one or more boot resources. MAAS lists an uploaded
/// image by its bare name, and calls its operating system custom.
/// </summary>
internal sealed class OsImage
{
    /// <summary>The operating system of uploaded images.</summary>
    public const string Custom = "custom";

    private OsImage(string os, string release, IReadOnlyList<BootResource> resources)
    {
        Os = os;
        Release = release;
        Resources = resources;
    }

    /// <summary>The operating system, for example ubuntu or custom.</summary>
    public string Os { get; }

    /// <summary>The release, for example jammy or rocky9.</summary>
    public string Release { get; }

    /// <summary>One for each architecture and kernel.</summary>
    public IReadOnlyList<BootResource> Resources { get; }

    /// <summary>Operating system and release.</summary>
    public string Name => $"{Os}/{Release}";

    /// <summary>Whether the image brings its kernels. The kernel of any other boots its installer only, which is of another image.</summary>
    public bool HasKernels => Resources.Any(r => UbuntuReleases.IsKernel(GetKernel(r)));

    /// <summary>The architectures it is there for, for example amd64.</summary>
    public IReadOnlyList<string> Architectures => [.. Resources.Select(GetArchitecture).Distinct()];

    /// <summary>The images that boot resources amount to.</summary>
    public static IReadOnlyList<OsImage> From(IReadOnlyList<BootResource> resources) =>
        [.. resources.GroupBy(ReadName).Select(g => new OsImage(g.Key.Os, g.Key.Release, [.. g])).OrderBy(i => i.Os, StringComparer.Ordinal)];

    /// <summary>
    /// Whether a machine's operating system and series are those of an image as a design names it: by release, with the operating system,
    /// or by an Ubuntu version.
    /// </summary>
    public static bool IsSame(string image, string? os, string? series) =>
        !string.IsNullOrEmpty(series)
        && (image == series || image == $"{os}/{series}" || (os == UbuntuReleases.Os && UbuntuReleases.FindSeries(image) == series));

    /// <summary>
    /// The image as a deployment names it for any version of MAAS. Up to 3.5 no Ubuntu version is taken, and a release that needs a license key
    /// by its bare name alone.
    /// </summary>
    public static string DistroSeries(string image) =>
        UbuntuReleases.FindSeries(image) is { } series ? series
        : image.StartsWith("windows/", StringComparison.Ordinal) ? image["windows/".Length..]
        : image;

    /// <summary>The resources for an architecture; all of them where it is not known.</summary>
    public IEnumerable<BootResource> For(string architecture) => Resources.Where(r => architecture.Length == 0 || GetArchitecture(r) == architecture);

    /// <summary>The image's own kernels for an architecture.</summary>
    public IEnumerable<string> KernelsFor(string architecture) => For(architecture).Select(GetKernel).Distinct();

    /// <summary>
    /// Whether MAAS holds an uploaded image whole, as far as is known: an upload is listed before it is there, and when it is broken.
    /// </summary>
    public bool IsCompleteFor(string architecture) =>
        For(architecture).Any(r => !IsUploaded(r) || r.Sets is null || r.Sets.Values.Any(s => s.Complete));

    /// <summary>Whether every resource of it is one of the site's own, which no boot source has.</summary>
    public bool IsOfTheSite => Resources.All(IsUploaded);

    /// <summary>Whether somebody uploaded the resource.</summary>
    public static bool IsUploaded(BootResource resource) => resource.Type == "Uploaded";

    public override string ToString() => Name;

    private static (string Os, string Release) ReadName(BootResource resource) =>
        resource.Name.IndexOf('/', StringComparison.Ordinal) is var at && at >= 0 ? (resource.Name[..at], resource.Name[(at + 1)..]) : (Custom, resource.Name);

    private static string GetArchitecture(BootResource resource) => resource.Architecture.Split('/')[0];

    private static string GetKernel(BootResource resource) => resource.Architecture[(resource.Architecture.IndexOf('/', StringComparison.Ordinal) + 1)..];
}
