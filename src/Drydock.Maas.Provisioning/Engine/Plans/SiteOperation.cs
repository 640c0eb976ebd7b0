namespace Drydock.Maas.Provisioning.Engine.Plans;

/// <summary>A write to what all nodes of the site share.</summary>
internal abstract record SiteOperation : Operation
{
    /// <summary>
    /// Whether it only takes away what the design has not; that comes after everything else, and only when that went well.
    /// </summary>
    public virtual bool IsRemoval { get; init; }

    /// <inheritdoc/>
    public override bool Requires(Operation other) => IsRemoval && other is SiteOperation { IsRemoval: false };
}
