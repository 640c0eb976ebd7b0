namespace Drydock.Maas.Models;

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
