using System.Management.Automation;
using Drydock.Maas.Commands.Output;
using Drydock.Maas.Design;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Commands.Input;

/// <summary>A command that can be held to a saved plan.</summary>
internal interface IPlanCommand
{
    /// <summary>
    /// A file that Export-DrydockPlan wrote: exactly that is done, or less; what would go beyond it is refused and says what has moved since.
    /// </summary>
    string? PlanPath { get; }
}

/// <summary>The saved plan that a command applies.</summary>
internal sealed class SavedPlan
{
    private readonly Dictionary<SiteDesign, bool> _isOther = new(ReferenceEqualityComparer.Instance);
    private readonly RecordedTarget _target;

    private SavedPlan(DrydockPlan content)
    {
        Content = content;
        _target = new(content.Site, content.DesignFingerprint, content.MaasUrl);
    }

    public DrydockPlan Content { get; }

    /// <summary>Reads the plan of a file; null for none. One that cannot be read ends the command.</summary>
    public static SavedPlan? Read(string? path, PSCmdlet command)
    {
        if (path is null)
            return null;
        try
        {
            return new(PlanFile.Read(command.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path)));
        }
        catch (MaasException e)
        {
            command.ThrowTerminatingError(e.ToErrorRecord(path));
            throw;
        }
    }

    /// <summary>Why the plan is none for a design and a connection; null when it is.</summary>
    public async Task<MaasException?> FindMismatchAsync(SiteDesign design, MaasSession session, CancellationToken token)
    {
        if (!_isOther.TryGetValue(design, out var isOther))
            _isOther[design] = isOther = _target.HasOtherDesign(design);
        if (isOther)
        {
            return new(
                ErrorIds.PlanOfOtherDesign,
                $"The plan {Content.Path} is of {DescribeSite(design)}. Make a new plan (-WhatIf | Export-DrydockPlan) and have that approved.");
        }

        return await _target.HasOtherServerAsync(session, token).ConfigureAwait(false)
            ? new(
                ErrorIds.OtherServer,
                $"The plan {Content.Path} was made on {Content.MaasUrl}, this connection is to {session.Url}. Connect-Maas {Content.MaasUrl} first, or make a plan here.")
            : null;
    }

    private string DescribeSite(SiteDesign design) => Content.Site == design.Name
        ? $"site {Content.Site} as its design was then, and that has changed since"
        : $"site {Content.Site ?? "without a name"}, not of {design.Name ?? "a site without a name"}";
}
