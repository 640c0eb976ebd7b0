namespace Drydock.Maas.Design;

/// <summary>Renders the boot actions of a node: fetches what they refer to and runs their pipelines.</summary>
public interface IBootActionRenderer
{
    /// <summary>What the boot actions put onto a node, in the order of the design. Content behind locations is fetched anew.</summary>
    /// <param name="node">The node, of a site.</param>
    /// <param name="skip">Names of boot actions to leave out.</param>
    /// <param name="token">Ends the rendering.</param>
    /// <exception cref="DesignException">Everything that cannot be rendered, each with boot action, asset, file and line.</exception>
    Task<IReadOnlyList<RenderedAsset>> RenderAsync(DrydockNode node, IReadOnlyCollection<string> skip, CancellationToken token);

    /// <summary>What the boot actions put onto a node, in the order of the design.</summary>
    /// <param name="node">The node, of a site.</param>
    /// <param name="token">Ends the rendering.</param>
    /// <exception cref="DesignException">Everything that cannot be rendered.</exception>
    Task<IReadOnlyList<RenderedAsset>> RenderAsync(DrydockNode node, CancellationToken token) => RenderAsync(node, [], token);
}
