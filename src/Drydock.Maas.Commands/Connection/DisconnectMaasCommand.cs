using System.Management.Automation;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Commands.Input;

namespace Drydock.Maas.Commands.Connection;

/// <summary>Closes a connection; the current one when none is given.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "Maas")]
[OutputType(typeof(void))]
public sealed class DisconnectMaasCommand : ModuleCommand
{
    /// <summary>Connections to close; the current one of this runspace when left out.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ValidateNotNull]
    [LiveObject("Connect-Maas")]
    public MaasSession[]? Session { get; set; }

    /// <summary>Closes them. Without a connection there is nothing to do.</summary>
    protected override void ProcessRecord()
    {
        var current = SessionStore.Current;
        foreach (var session in Session ?? (current is null ? [] : [current]))
        {
            session.Dispose();
            if (ReferenceEquals(session, current))
                SessionStore.Current = null;
            WriteVerbose($"Closed {session}.");
        }
    }
}
