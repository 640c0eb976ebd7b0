using System.ComponentModel;
using System.Management.Automation;
using Drydock.Maas.Security;

namespace Drydock.Maas.Commands.Base;

/// <summary>
/// A command whose warnings, progress, questions and verbose texts may repeat what others wrote, and are made safe for a terminal here.
/// Errors are made safe where they are made, and the views show cells that are.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class TerminalCommand : PSCmdlet
{
    private protected new void WriteWarning(string text) => base.WriteWarning(Escape(text));

    private protected new void WriteVerbose(string text) => base.WriteVerbose(Escape(text));

    private protected new void WriteDebug(string text) => base.WriteDebug(Escape(text));

    private protected new void WriteProgress(ProgressRecord progress)
    {
        progress.Activity = TerminalText.EscapeLine(progress.Activity);
        progress.StatusDescription = TerminalText.EscapeLine(progress.StatusDescription);
        progress.CurrentOperation = TerminalText.EscapeLine(progress.CurrentOperation);
        base.WriteProgress(progress);
    }

    internal new bool ShouldProcess(string target, string action) => base.ShouldProcess(Escape(target), Escape(action));

    internal new bool ShouldProcess(string verboseDescription, string verboseWarning, string caption) =>
        base.ShouldProcess(Escape(verboseDescription), Escape(verboseWarning), caption);

    internal new bool ShouldContinue(string query, string caption, ref bool yesToAll, ref bool noToAll) =>
        base.ShouldContinue(Escape(query), caption, ref yesToAll, ref noToAll);

    private static string Escape(string text) => TerminalText.Escape(UrlCredential.Hide(text));
}
