using Drydock.Maas.Design;
using Drydock.Maas.Design.Export;

namespace Drydock.Maas.Commands.Input;

/// <summary>
/// The design and the MAAS that a saved plan was made for, or a task of a journal was begun with, compared with those given now. What follows from a
/// difference is told by who asks: a plan was approved for one state of a design, a task may go on with a later one.
/// </summary>
/// <param name="Site">The name of the site; null when its design has none.</param>
/// <param name="Fingerprint">The digest of the design; null where it was not recorded.</param>
/// <param name="Server">The address of the MAAS; null where it was not recorded.</param>
internal sealed record RecordedTarget(string? Site, string? Fingerprint, Uri? Server)
{
    /// <summary>Whether the design has another content than it had.</summary>
    public bool HasOtherDesign(SiteDesign design) => Fingerprint is not null && Fingerprint != DesignFingerprint.Compute(design);

    /// <summary>Whether a connection ends at another MAAS; other open connections may know the one it was by another name.</summary>
    public async Task<bool> HasOtherServerAsync(MaasSession session, CancellationToken token) =>
        Server is not null && !await SessionChooser.IsSameAsync(Server, session, token).ConfigureAwait(false);
}
