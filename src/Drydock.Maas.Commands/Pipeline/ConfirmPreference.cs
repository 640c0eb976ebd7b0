using System.Management.Automation;
using System.Reflection;
using Drydock.Maas.Planning;

namespace Drydock.Maas.Commands.Pipeline;

/// <summary>Reads -WhatIf, -Confirm and the preference variables by the rules of ShouldProcess.</summary>
internal static class ConfirmPreference
{
    /// <summary>Whether only a plan is wanted.</summary>
    public static bool IsWhatIf(PSCmdlet command) =>
        command.MyInvocation.BoundParameters.TryGetValue("WhatIf", out var given)
            ? LanguagePrimitives.IsTrue(given)
            : LanguagePrimitives.IsTrue(command.GetVariableValue("WhatIfPreference"));

    /// <summary>Whether a person wants to hear more: -Verbose.</summary>
    public static bool IsVerbose(PSCmdlet command)
    {
        if (command.MyInvocation.BoundParameters.TryGetValue("Verbose", out var given))
            return LanguagePrimitives.IsTrue(given);
        return LanguagePrimitives.TryConvertTo<ActionPreference>(command.GetVariableValue("VerbosePreference"), out var preference)
            && preference is not (ActionPreference.SilentlyContinue or ActionPreference.Ignore);
    }

    /// <summary>Whether an error that ends nothing by itself ends the script: -ErrorAction Stop.</summary>
    public static bool EndsAtErrors(PSCmdlet command)
    {
        var wanted = command.MyInvocation.BoundParameters.TryGetValue("ErrorAction", out var given)
            ? given : command.GetVariableValue("ErrorActionPreference");
        return LanguagePrimitives.TryConvertTo<ActionPreference>(wanted, out var preference) && preference == ActionPreference.Stop;
    }

    /// <summary>Whether a person has to be asked; otherwise work need not wait for the pipeline thread.</summary>
    public static bool MustAsk(PSCmdlet command) =>
        MustAsk(command, GetImpact(command));

    /// <summary>The impact that a command has by its attribute.</summary>
    public static ConfirmImpact GetImpact(PSCmdlet command) =>
        command.GetType().GetCustomAttribute<CmdletAttribute>()?.ConfirmImpact ?? ConfirmImpact.Medium;

    /// <summary>
    /// Selects the plans a person has to be asked about. A plan that was signed off is asked about only when that is asked for; what is
    /// removed because of -Prune is asked about whatever the impact of the command. To be asked for on the pipeline thread; what it answers
    /// may be called from any.
    /// </summary>
    /// <param name="command">The command.</param>
    /// <param name="impact">The impact of what it does.</param>
    /// <param name="prunes">Whether it was told to remove what the design does not have.</param>
    /// <param name="isApproved">Whether it is held to a saved plan.</param>
    public static Func<IReadOnlyList<PlannedChange>, bool> SelectPlansToAskAbout(PSCmdlet command, ConfirmImpact impact, bool prunes, bool isApproved)
    {
        var asksAlways = isApproved
            ? command.MyInvocation.BoundParameters.TryGetValue("Confirm", out var given) && LanguagePrimitives.IsTrue(given)
            : MustAsk(command, impact);
        var asksToPrune = prunes && !isApproved && MustAsk(command, ConfirmImpact.High);
        return plan => asksAlways || (asksToPrune && plan.Any(c => c.Action == ChangeAction.Delete));
    }

    /// <summary>Whether a person has to be asked about something of this impact.</summary>
    public static bool MustAsk(PSCmdlet command, ConfirmImpact impact)
    {
        if (command.MyInvocation.BoundParameters.TryGetValue("Confirm", out var given))
            return LanguagePrimitives.IsTrue(given);
        return LanguagePrimitives.TryConvertTo<ConfirmImpact>(command.GetVariableValue("ConfirmPreference"), out var preference)
            && preference != ConfirmImpact.None
            && impact >= preference;
    }
}
