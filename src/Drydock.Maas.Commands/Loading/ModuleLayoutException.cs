using System.Management.Automation;

namespace Drydock.Maas.Commands.Loading;

/// <summary>The module's files are not where they belong.</summary>
public sealed class ModuleLayoutException : MaasException, IContainsErrorRecord
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">Which file lies where, and what to do.</param>
    public ModuleLayoutException(string message)
        : base(ErrorIds.WrongModuleLayout, message)
    {
    }

    /// <summary>The error as PowerShell shows it.</summary>
    public ErrorRecord ErrorRecord => new(new InvalidOperationException(Message), ErrorId, ErrorCategory.NotInstalled, null);
}
