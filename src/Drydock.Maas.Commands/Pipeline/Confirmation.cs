using System.Management.Automation;
using System.Management.Automation.Host;
using Drydock.Maas.Commands.Output;

namespace Drydock.Maas.Commands.Pipeline;

/// <summary>
/// Asks about single actions by their own impact: ShouldProcess knows that of a whole command only. Where nobody can be asked, the command
/// ends with an error.
/// </summary>
internal sealed class Confirmation(PSCmdlet command)
{
    private bool _yesToAll;
    private bool _noToAll;

    /// <summary>Whether an action may be done; asks as a command of this impact does.</summary>
    /// <param name="target">What it is done to.</param>
    /// <param name="action">What is done.</param>
    /// <param name="impact">How much is lost if it was not meant.</param>
    public bool IsApproved(string target, string action, ConfirmImpact impact) => Ask(
        impact,
        $"Are you sure you want to perform this action?{Environment.NewLine}{action}: {target}",
        () => command.ShouldProcess(SafeText.Escape(target), SafeText.Escape(action)));

    /// <summary>Whether a whole plan, described in several lines, may be carried out.</summary>
    public bool IsApproved(string description, ConfirmImpact impact)
    {
        var query = $"{description}{Environment.NewLine}Continue?";
        return Ask(impact, query, () => command.ShouldProcess(SafeText.Escape(description), SafeText.Escape(query), "Confirm"));
    }

    private bool Ask(ConfirmImpact impact, string query, Func<bool> shouldProcess)
    {
        try
        {
            if (!shouldProcess())
                return false;
            // ShouldProcess has asked already, or nobody wants to be asked.
            return ConfirmPreference.MustAsk(command) || !ConfirmPreference.MustAsk(command, impact)
                || command.ShouldContinue(SafeText.Escape(query), "Confirm", ref _yesToAll, ref _noToAll);
        }
        catch (Exception e) when (e is HostException or PSInvalidOperationException)
        {
            command.ThrowTerminatingError(ErrorRecords.NobodyToAsk(e, query));
            throw;
        }
    }
}
