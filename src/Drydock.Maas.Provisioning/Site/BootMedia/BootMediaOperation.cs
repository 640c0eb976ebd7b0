using Drydock.Maas.Api;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Site.BootMedia;

/// <summary>A write that gets an image into MAAS.</summary>
/// <param name="Image">The image.</param>
internal abstract record BootMediaOperation(BootImage Image) : SiteOperation;

/// <summary>Selects an image from a boot source.</summary>
/// <param name="Image">The image.</param>
/// <param name="SourceId">The boot source.</param>
/// <param name="Architectures">The architectures it is wanted for.</param>
internal sealed record CreateSelection(BootImage Image, int SourceId, IReadOnlyList<string> Architectures) : BootMediaOperation(Image)
{
    private static readonly string[] All = ["*"];

    /// <summary>What is sent for it.</summary>
    public BootSourceSelectionRequest Request => new()
    {
        Os = Image.Os,
        Release = Image.Release,
        Arches = Architectures,
        Subarches = All,
        Labels = All,
    };

    /// <inheritdoc/>
    public override ChangeValues? Sent => RequestValues.Read(Request);

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges =>
        [Create(ResourceKind.BootSourceSelection, Image.Name, string.Join(", ", Architectures))];
}

/// <summary>Adds architectures and kernels to what is selected of an image already.</summary>
/// <param name="Image">The image.</param>
/// <param name="Present">The selection in MAAS.</param>
/// <param name="Request">The lists that become longer; those that stay are null.</param>
internal sealed record WidenSelection(BootImage Image, BootSourceSelection Present, BootSourceSelectionRequest Request) : BootMediaOperation(Image)
{
    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges =>
    [
        .. Set(ChangeProperty.Architectures, Present.Arches, Request.Arches),
        .. Set(ChangeProperty.Kernels, Present.Subarches, Request.Subarches),
    ];

    /// <summary>Compares what is selected with what is needed.</summary>
    public static WidenSelection Find(BootImage image, BootSourceSelection present, IReadOnlyList<string> architectures) => new(image, present, new()
    {
        Arches = Widen(present.Arches, architectures),
        Subarches = Widen(present.Subarches, image.Kernels),
    });

    private static IReadOnlyList<string>? Widen(IReadOnlyList<string> present, IReadOnlyList<string> needed) =>
        present.Contains("*") || needed.All(n => present.Contains(n)) ? null : [.. present.Union(needed, StringComparer.Ordinal)];

    private IEnumerable<PlannedChange> Set(ChangeProperty property, IReadOnlyList<string> before, IReadOnlyList<string>? after) => after is null ? []
        : [Set(ResourceKind.BootSourceSelection, Image.Name, property, SiteSet.Show(before), SiteSet.Show(after), ChangeSeverity.Cosmetic)];
}

/// <summary>Imports what is selected of an image, and waits for it: one import brings all that is selected by then, of every image.</summary>
/// <param name="Image">The image.</param>
/// <param name="Missing">What MAAS does not offer of it yet, in words.</param>
/// <param name="IsImporting">Whether MAAS imports already; that ends first.</param>
internal sealed record ImportImage(BootImage Image, IReadOnlyList<string> Missing, bool IsImporting) : BootMediaOperation(Image)
{
    /// <summary>Nothing is sent: what is selected is imported.</summary>
    public override ChangeValues? Sent => ChangeValues.None;

    /// <summary>An import that runs is waited for.</summary>
    public override ChangeValues? Found => ChangeValues.None;

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges =>
    [
        Act(ChangeAction.Import, ResourceKind.BootResource, Image.Name, IsImporting ? "importing" : null, string.Join(", ", Missing), ChangeSeverity.Cosmetic),
    ];

    /// <inheritdoc/>
    public override bool Requires(Operation other) => other is CreateSelection or WidenSelection;
}
